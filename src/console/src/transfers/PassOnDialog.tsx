import { BodyShort, Button, Checkbox, Modal } from "@navikt/ds-react";
import { useState } from "react";
import { useLive } from "../live/Live";
import type { Suggestion } from "../offices/hits";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useActs, useRefusal } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

/** The caller on to another office, or back into the queue; and whether this one was the wrong office. */
export const PassOnDialog = ({ call, close }: { call: DeskCall; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const error = useRefusal();
  const [chosen, choose] = useState<Suggestion | null>(null);
  const [wrongOffice, mark] = useState(false);
  const passOn = async (where: { unit: string } | { agent: true }) => {
    if (await act("passOn", () => server.passOn(call.transfer!.id, { ...where, wrongOffice }))) close();
  };
  const office = chosen?.office ?? null;
  return (
    <Modal open onClose={close} width="medium" header={{ heading: words("verb.passOn") }}>
      <Modal.Body className="fields">
        <BodyShort>{words("passOnHow")}</BodyShort>
        <OfficeSearch begins label={words("passOnTo")} choose={choose} />
        {office && <BodyShort weight="semibold">{office.name}</BodyShort>}
        <Checkbox size="small" checked={wrongOffice} onChange={(event) => mark(event.target.checked)} description={words("wrongOfficeWhy")}>
          {words("wrongOffice")}
        </Checkbox>
        {error && <Failure error={error} />}
      </Modal.Body>
      <Modal.Footer>
        <Button disabled={office === null} loading={doing === "passOn"} onClick={() => office && passOn({ unit: office.unit })}>
          {office === null ? words("passOnOffice") : words("passOnToOffice", { office: office.name })}
        </Button>
        <Button variant="secondary" onClick={() => passOn({ agent: true })}>
          {words("passOnAgent")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
};
