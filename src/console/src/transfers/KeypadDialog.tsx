import { BodyShort, Button, Modal } from "@navikt/ds-react";
import { type KeyboardEvent, useState } from "react";
import { beginsHere } from "../autofocus";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

const keypad = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** A telephone's keys, pressed into the room: by the mouse, or by the keyboard while this is open. */
export const KeypadDialog = ({ call, close }: { call: DeskCall; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const [sent, send] = useState("");
  const press = (key: string) => {
    send((before) => before + key);
    void act("keys", () => server.keys(call.id, key));
  };
  const type = (event: KeyboardEvent) => {
    if (!keypad.includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <Modal open onClose={close} width="small" header={{ heading: words("verb.keypad") }}>
      <Modal.Body onKeyDown={type}>
        <BodyShort>{words("keypadHow")}</BodyShort>
        <output className="keypad-sent" aria-label={words("keypadSent")}>
          {sent === "" ? "–" : sent}
        </output>
        <div className="keypad">
          {keypad.map((key, index) => (
            <Button key={key} ref={index === 0 ? beginsHere : undefined} variant="secondary" data-color="neutral" onClick={() => press(key)}>
              {key}
            </Button>
          ))}
        </div>
      </Modal.Body>
    </Modal>
  );
};
