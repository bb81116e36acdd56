import { Button, Tag } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

/** Who else is in the room or on the way into it, and a way to let them go. */
export const ThirdParties = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  if (call.thirdParties.length === 0) return null;
  return (
    <ul className="third-parties" aria-label={words("thirdParties")}>
      {call.thirdParties.map((one) => (
        <li key={one.leg}>
          {one.name}{" "}
          <Tag size="small" data-color={one.state === "InRoom" ? "success" : "neutral"}>
            {words(`thirdParty.${one.state}`)}
          </Tag>
          <Button
            size="xsmall"
            variant="tertiary"
            data-color="neutral"
            disabled={doing !== null}
            aria-label={words("dismissWho", { who: one.name })}
            onClick={() => act("dismiss", () => server.dismiss(call.id, one.leg))}
          >
            {words("dismiss")}
          </Button>
        </li>
      ))}
    </ul>
  );
};
