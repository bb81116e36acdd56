import { PersonIcon, PhoneIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading, ReadMore } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime } from "../clock";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { About, Callback, When } from "../server/answers";
import { keepsLines } from "../sign-in/session";
import { Status } from "../supervision/Status";
import { useWords } from "../words/useWords";
import { DeadlineWorking } from "./DeadlineWorking";
import { OutcomeChoice } from "./OutcomeChoice";
import { isRinging } from "./pressing";

/** One promise: by when, what to prepare for, what was tried, and one touch to keep it. */
export const CallbackCard = ({ owed, office }: { owed: Callback; office: string }) => {
  const { words, told, language } = useWords();
  const { session } = useLive();
  const [concluding, conclude] = useState(false);
  const [working, show] = useState(false);
  return (
    <li className="card callback" aria-labelledby={owed.id}>
      <div className="bar">
        <Heading id={owed.id} level="3" size="small">
          {words("ringBy", { when: dayAndTime(owed.dueAt, language) })}
        </Heading>
        <Status overdue={owed.overdue} urgent={owed.urgent} calm="open" />
      </div>
      <BodyShort>
        {office} · {told(owed.reason)} · {words("promisedAt", { when: dayAndTime(owed.createdAt, language) })}
      </BodyShort>
      <Preparation owed={owed} />
      <Tries owed={owed} />
      {owed.adviser && (
        <BodyShort className="with-icon">
          <PersonIcon aria-hidden /> {words("takenOnBy", { name: owed.adviser.name })}
        </BodyShort>
      )}
      <div className="choices">
        {keepsLines(session.role) && owed.unit !== null && <Verbs owed={owed} />}
        <ShownNumber owed={owed} />
        <Button size="small" variant="tertiary" aria-expanded={concluding} onClick={() => conclude(!concluding)}>
          {words("tellOutcome")}
        </Button>
      </div>
      {concluding && <OutcomeChoice owed={owed} />}
      <ReadMore size="small" header={words("deadlineWhy")} open={working} onOpenChange={show}>
        {working && <DeadlineWorking callback={owed.id} />}
      </ReadMore>
    </li>
  );
};

const Preparation = ({ owed }: { owed: Callback }) => {
  const { words, told } = useWords();
  const parts = [
    words("speaks", { language: told(`language.${owed.language}`) }),
    owed.needs?.interpreter && words("needs.interpreterOf", { language: owed.needs.interpreter }),
    owed.needs?.samiSpeaking && words("needs.sami"),
    owed.needs?.textInstead && words("needs.text"),
    ...(owed.note?.about ?? []).map((about) => words(`note.${about as About}`)),
    owed.note && owed.note.when !== "Any" && words(`note.when.${owed.note.when as When}`),
  ].filter((part) => typeof part === "string" && part !== "");
  return <BodyShort className="quiet">{parts.join(" · ")}</BodyShort>;
};

const Tries = ({ owed }: { owed: Callback }) => {
  const { words, told, language } = useWords();
  const last = owed.attempts.at(-1);
  if (last === undefined) return <BodyShort>{words("notTried")}</BodyShort>;
  return (
    <BodyShort>
      {words("tried", { count: owed.attempts.length, when: dayAndTime(last.beganAt, language), result: told(last.result ?? "ringing") })}
      {owed.nextTryAt && <strong> {words("tryNext", { when: dayAndTime(owed.nextTryAt, language) })}</strong>}
    </BodyShort>
  );
};

const Verbs = ({ owed }: { owed: Callback }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const me = session.person?.id ?? null;
  const isMine = owed.adviser !== null && owed.adviser.id === me;
  return (
    <>
      <Button
        size="small"
        icon={<PhoneIcon aria-hidden />}
        loading={doing === `ring ${owed.id}` || isRinging(owed)}
        disabled={owed.number !== "known" || owed.line === null}
        onClick={() => act(`ring ${owed.id}`, () => server.ringCallback(owed.id))}
      >
        {words("ringNow")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        loading={doing === `take ${owed.id}`}
        onClick={() => act(`take ${owed.id}`, () => server.giveCallback(owed.id, isMine ? null : me))}
      >
        {words(isMine ? "letGo" : "takeOn")}
      </Button>
    </>
  );
};

/** Seeing a number is a question of its own, and is noted. */
const ShownNumber = ({ owed }: { owed: Callback }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const [number, show] = useState<string | null>(null);
  const reveal = () => act(`number ${owed.id}`, async () => show((await server.revealNumber(owed.id)).number));
  if (owed.number !== "known") return <BodyShort className="beside-button">{words(`number.${owed.number as "not given" | "has a code"}`)}</BodyShort>;
  return number === null ? (
    <Button size="small" variant="tertiary" loading={doing === `number ${owed.id}`} onClick={reveal}>
      {words("showNumber")}
    </Button>
  ) : (
    <BodyShort className="beside-button" role="status">
      <strong>{number}</strong>
    </BodyShort>
  );
};
