import { BodyShort, Button, Heading, Select } from "@navikt/ds-react";
import { useState } from "react";
import { hourAndMinute } from "../clock";
import { useLive, useNow } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Line } from "../server/answers";
import { keepsLines, seesFlags } from "../sign-in/session";
import { useWords } from "../words/useWords";
import { LineState } from "./LineState";
import { Load } from "./Load";
import { OfficersOnDuty } from "./OfficersOnDuty";
import { type HowLong, howLong, until } from "./outOfService";

/** One duty phone: how it stands, who is on duty, and for who may, out of service by one click. */
export const LineCard = ({ line }: { line: Line }) => {
  const { words } = useWords();
  const { session } = useLive();
  return (
    <article className="line-card" aria-label={line.name}>
      <Heading level="3" size="xsmall">
        {line.name}
      </Heading>
      <BodyShort size="small" className="quiet">
        {line.targetGroup ?? words("generalLine")}
      </BodyShort>
      <LineState line={line} />
      <OfficersOnDuty title={words("told.primary")} officers={line.primary} />
      <OfficersOnDuty title={words("told.backup")} officers={line.backup} />
      {seesFlags(session.role) && <Load line={line.id} />}
      {keepsLines(session.role) && <InOrOut line={line} />}
    </article>
  );
};

const InOrOut = ({ line }: { line: Line }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const now = useNow();
  const [long, choose] = useState<HowLong>("hour");
  if (line.isOutOfService)
    return (
      <Button size="small" loading={doing === line.id} onClick={() => act(line.id, () => server.inService(line.id))}>
        {words("putInService")}
      </Button>
    );
  const end = until(long, now);
  return (
    <div className="bar">
      <Select size="small" label={words("outHowLong")} value={long} onChange={(event) => choose(event.target.value as HowLong)}>
        {howLong.map((one) => (
          <option key={one} value={one}>
            {words(`outFor.${one}`)}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        variant="secondary"
        data-color="danger"
        loading={doing === line.id}
        onClick={() => act(line.id, () => server.outOfService(line.id, end.toISOString()))}
      >
        {words("takeOut", { when: hourAndMinute(end.getTime(), language) })}
      </Button>
    </div>
  );
};
