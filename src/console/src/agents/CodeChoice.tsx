import { BodyShort, Button, Heading } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Desk } from "../server/answers";
import { useWords } from "../words/useWords";

/** After a call: what it ended with, and ready again, in one press. In a pause: of what kind, while it has not been said. */
export const CodeChoice = ({ desk }: { desk: Desk }) => {
  const { words, told } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const { state, code, codes, offered } = desk.presence;
  const wrapsUp = state === "WrapUp";
  if (!wrapsUp && (state !== "Paused" || code !== null)) return null;
  const say = (chosen: string) => act("presence", () => server.be(desk.agent.id, { state: wrapsUp ? "Ready" : state, offered, code: chosen }));
  return (
    <section className="card" aria-labelledby="code">
      <Heading id="code" level="2" size="small">
        {words(wrapsUp ? "wrapUp" : "pauseWhy")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words(wrapsUp ? "wrapUpWhy" : "pauseWhyNot")}
      </BodyShort>
      <div className="choices">
        {codes.map((one) => (
          <Button key={one} size="small" variant="secondary" disabled={doing !== null} onClick={() => say(one)}>
            {told(`code.${one}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};
