import { CheckmarkCircleIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Button, Heading, TextField } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, hourAndMinute, osloDate, plusDays } from "../clock";
import { DateField } from "../DateField";
import { useLive, useNow } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Colleague, Finding, Published } from "../server/answers";
import { useWords } from "../words/useWords";

type Props = { line: string; colleagues: Colleague[]; isSaved: boolean; published: () => Promise<unknown> };

/** For which period, what would come of it, and then for good. A gap is published when somebody gives a reason for it. */
export const PublishPanel = ({ line, colleagues, isSaved, published }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const today = osloDate(useNow());
  const [firstDay, begin] = useState(plusDays(today, 1));
  const [lastDay, end] = useState(plusDays(today, 90));
  const [reason, explain] = useState("");
  const [found, find] = useState<Published | null>(null);
  const [done, finish] = useState<number | null>(null);

  const asked = () => ({ firstDay, lastDay, acceptedGaps: reason.trim() === "" ? [] : (found?.gaps ?? []).map(({ from, to }) => ({ from, to, reason: reason.trim() })) });
  const check = () => act("check draft", async () => find(await server.checkDraft(line, { firstDay, lastDay, acceptedGaps: [] })));
  const publish = () =>
    act("publish", async () => {
      const answer = await server.publish(line, asked());
      finish(answer.version);
      await published();
    });
  const anew = <T,>(set: (value: T) => void) => (value: T) => {
    find(null);
    set(value);
  };
  const mayPublish = found !== null && isSaved && (found.mayPublish || (found.gaps.length > 0 && reason.trim() !== "" && !found.problems.some((problem) => problem.hinders)));
  return (
    <section className="card" aria-labelledby="publish">
      <Heading id="publish" level="3" size="small" spacing>
        {words("publish")}
      </Heading>
      <div className="fields">
        <div className="pair narrow">
          <DateField label={words("firstDay")} value={firstDay} choose={anew(begin)} />
          <DateField label={words("lastDay")} value={lastDay} choose={anew(end)} />
        </div>
        <div className="choices">
          <Button size="small" variant="secondary" disabled={!isSaved} loading={doing === "check draft"} onClick={check}>
            {words("check")}
          </Button>
          {!isSaved && <BodyShort className="quiet">{words("saveFirst")}</BodyShort>}
        </div>
        {found && <Found found={found} colleagues={colleagues} />}
        {found && found.gaps.length > 0 && (
          <TextField size="small" className="narrow" label={words("gapReason")} description={words("gapReasonWhy")} maxLength={200} value={reason} onChange={(event) => explain(event.target.value)} />
        )}
        {found && (
          <div>
            <Button size="small" disabled={!mayPublish} loading={doing === "publish"} onClick={publish}>
              {words("publishNow")}
            </Button>
          </div>
        )}
        {done !== null && <Alert variant="success" size="small">{words("published", { version: done })}</Alert>}
      </div>
    </section>
  );
};

const most = 12;

const Found = ({ found, colleagues }: { found: Published; colleagues: Colleague[] }) => {
  const { words } = useWords();
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  return (
    <div className="stack found">
      {found.problems.length > 0 && (
        <Alert variant={found.problems.some((problem) => problem.hinders) ? "error" : "warning"} size="small">
          <ul className="faults">
            {found.problems.map((problem) => (
              <li key={`${problem.where} ${problem.sentence}`}>
                {problem.where}: {problem.sentence}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {found.gaps.length > 0 ? (
        <Alert variant="error" size="small">
          {words("gapsFound", { count: found.gaps.length })}
          <Findings findings={found.gaps} nameOf={nameOf} />
        </Alert>
      ) : (
        <BodyShort className="day-kept">
          <CheckmarkCircleIcon aria-hidden /> {words("noGaps")}
        </BodyShort>
      )}
      {found.findings.length > 0 && (
        <Alert variant="warning" size="small">
          {words("findingsFound", { count: found.findings.length })}
          <Findings findings={found.findings} nameOf={nameOf} />
        </Alert>
      )}
      <BodyShort size="small">{found.concerned.length === 0 ? words("concernsNobody") : words("concerns", { names: found.concerned.map(nameOf).join(", ") })}</BodyShort>
    </div>
  );
};

const Findings = ({ findings, nameOf }: { findings: Finding[]; nameOf: (id: string) => string }) => {
  const { words, told, language } = useWords();
  return (
    <ul className="faults">
      {findings.slice(0, most).map((finding) => (
        <li key={`${finding.kind} ${finding.from} ${finding.officers.join()}`}>
          {dayAndTime(finding.from, language)}–{hourAndMinute(finding.to, language)}: {told(`finding ${finding.kind}`)}
          {finding.officers.length > 0 && ` (${finding.officers.map(nameOf).join(", ")})`}
        </li>
      ))}
      {findings.length > most && <li>{words("andMore", { count: findings.length - most })}</li>}
    </ul>
  );
};
