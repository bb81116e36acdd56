import { BodyShort, Button, Modal, TextField } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { beginsHere } from "../autofocus";
import { useLive } from "../live/Live";
import { useActs, useRefusal } from "../server/Acts";
import { Failure } from "../supervision/Failure";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

/** An interpreter, a colleague, or the office's lead into the call. Who is rung hears who asks, and nothing of the caller. */
export const InviteDialog = ({ call, close }: { call: DeskCall; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const error = useRefusal();
  const language = call.needs.interpreter;
  const [name, setName] = useState(language === null ? "" : words("interpreterOf", { language }));
  const [number, setNumber] = useState("");
  const office = call.office;

  const invite = async (whom: Parameters<typeof server.invite>[1]) => {
    if (await act("invite", () => server.invite(call.id, whom))) close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && number.trim() !== "") void invite({ name: name.trim(), number: number.trim() });
  };

  return (
    <Modal open onClose={close} width="small" header={{ heading: words("verb.invite") }}>
      <form onSubmit={submit}>
        <Modal.Body className="fields">
          <BodyShort>{words("inviteHow")}</BodyShort>
          <TextField ref={beginsHere} size="small" label={words("inviteName")} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          <TextField size="small" label={words("inviteNumber")} inputMode="tel" autoComplete="off" value={number} onChange={(event) => setNumber(event.target.value)} />
          {error && <Failure error={error} />}
        </Modal.Body>
        <Modal.Footer>
          <Button loading={doing === "invite"}>{words("ring")}</Button>
          {office !== null && (
            <Button type="button" variant="secondary" onClick={() => invite({ lead: true, unit: office.unit })}>
              {words("inviteLead", { office: office.name })}
            </Button>
          )}
        </Modal.Footer>
      </form>
    </Modal>
  );
};
