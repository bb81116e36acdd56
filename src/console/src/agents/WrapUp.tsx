import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Desk } from "../server/answers";
import { useWords } from "../words/useWords";
import { wrapUpCodes } from "./codes";

/** After a call: what it ended with, and ready again, in one press. */
export const WrapUp = ({ desk }: { desk: Desk }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const ready = (code: string) => act("presence", () => server.be(desk.agent.id, { state: "Ready", offered: desk.presence.offered, code }));
  return (
    <section className="card" aria-labelledby="wrap-up">
      <Heading id="wrap-up" level="2" size="small">
        {words("wrapUp")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("wrapUpWhy")}
      </BodyShort>
      <div className="choices">
        {wrapUpCodes.map((code) => (
          <Button key={code} size="small" variant="secondary" disabled={doing !== null} onClick={() => ready(code)}>
            {words(`wrapUp.${code}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};
