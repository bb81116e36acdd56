import { BodyShort, Modal, Switch } from "@navikt/ds-react";
import { useWords } from "../words/useWords";
import { useKeys } from "./Keys";
import { keyOf, type Shortcut } from "./keys";

/** All keys, and the switch that turns them off. */
export const KeysDialog = ({ close }: { close: () => void }) => {
  const { words } = useWords();
  const { on, turn } = useKeys();
  return (
    <Modal open onClose={close} closeOnBackdropClick width="medium" header={{ heading: words("keys") }}>
      <Modal.Body className="fields">
        <Switch checked={on} onChange={(event) => turn(event.target.checked)} description={words("keysWhy")}>
          {words("keysOn")}
        </Switch>
        <dl className="keys">
          {(Object.keys(keyOf) as Shortcut[]).map((shortcut) => (
            <div key={shortcut}>
              <dt>
                <kbd className="key">{keyOf[shortcut].toUpperCase()}</kbd>
              </dt>
              <dd>{words(`key.${shortcut}`)}</dd>
            </div>
          ))}
        </dl>
        <BodyShort size="small" className="quiet">
          {words("keysEscape")}
        </BodyShort>
      </Modal.Body>
    </Modal>
  );
};
