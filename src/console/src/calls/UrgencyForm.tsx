import { ToggleGroup } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall, Urgency } from "../server/answers";
import { useWords } from "../words/useWords";

const all: Urgency[] = ["Urgent", "CanWait", "NotStated"];

export const UrgencyForm = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  return (
    <ToggleGroup
      size="small"
      data-color="neutral"
      label={words("urgency")}
      value={call.urgency}
      onChange={(chosen) => act("urgency", () => server.urgency(call.id, chosen as Urgency))}
    >
      {all.map((urgency) => (
        <ToggleGroup.Item key={urgency} value={urgency} label={words(`urgency.${urgency}`)} />
      ))}
    </ToggleGroup>
  );
};
