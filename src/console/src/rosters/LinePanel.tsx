import { Alert, BodyShort, Heading, Loader, Radio, RadioGroup } from "@navikt/ds-react";
import { useEffect } from "react";
import { useLive, useSnapshot } from "../live/Live";
import type { Line, Office } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { LineState } from "./LineState";
import { OfficersOnDuty } from "./OfficersOnDuty";
import { usualLine } from "./lines";

type Props = { office: Office; line: string | null; choose: (line: string | null) => void };

/** The office's duty phones: which target group, who is on duty now, and whether they can be reached. */
export const LinePanel = ({ office, line, choose }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const lines = useSnapshot(["lines", office.unit], () => server.lines(office.unit));
  const usual = usualLine(lines.data ?? []);
  useEffect(() => choose(null), [choose]);
  return (
    <section className="card" aria-labelledby="line">
      <Heading id="line" level="2" size="small">
        {words("dutyPhoneOf", { office: office.name })}
      </Heading>
      {lines.isPending && <Loader title={words("loading")} />}
      {lines.error && <Failure error={lines.error} />}
      {lines.data?.length === 0 && <Alert variant="warning">{words("noLines")}</Alert>}
      {lines.data && lines.data.length > 1 && (
        <RadioGroup size="small" legend={words("targetGroup")} value={line ?? usual?.id ?? ""} onChange={choose}>
          {lines.data.map((one) => (
            <Radio key={one.id} value={one.id}>
              {lineName(one, words("generalLine"))}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {(lines.data ?? [])
        .filter((one) => one.id === (line ?? usual?.id))
        .map((one) => (
          <OneLine key={one.id} line={one} />
        ))}
    </section>
  );
};

const lineName = (line: Line, general: string): string => (line.targetGroup === null ? `${line.name} (${general})` : `${line.name} (${line.targetGroup})`);

const OneLine = ({ line }: { line: Line }) => {
  const { words } = useWords();
  return (
    <>
      <LineState line={line} />
      <OfficersOnDuty title={words("told.primary")} officers={line.primary} />
      <OfficersOnDuty title={words("told.backup")} officers={line.backup} />
      {line.primary.length + line.backup.length === 0 && <BodyShort>{words("nobodyOnDuty")}</BodyShort>}
    </>
  );
};
