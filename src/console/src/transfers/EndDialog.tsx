import { BodyShort, Button, Modal } from "@navikt/ds-react";
import { beginsHere } from "../autofocus";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

/** The one thing that cannot be taken back is asked twice: E, then Enter. */
export const EndDialog = ({ call, close }: { call: DeskCall; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const end = async () => {
    if (await act("end", () => server.end(call.id))) close();
  };
  return (
    <Modal open onClose={close} width="small" header={{ heading: words("endAsk") }}>
      <Modal.Body>
        <BodyShort>{words(call.callbacks.length > 0 || call.urgency !== "Urgent" ? "endWhat" : "endUrgent")}</BodyShort>
      </Modal.Body>
      <Modal.Footer>
        <Button ref={beginsHere} data-color="danger" loading={doing === "end"} onClick={end}>
          {words("verb.end")}
        </Button>
        <Button variant="secondary" onClick={close}>
          {words("keepTalking")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
};
