import { BodyShort, Button, Modal, Radio, RadioGroup, Switch, TextField } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { useLive } from "../live/Live";
import { useActs, useRefusal } from "../server/Acts";
import type { Desk, StationKind } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { hasRingtone, turnRingtone } from "./useRingtone";

const kinds: StationKind[] = ["DeskPhone", "Softphone", "VirtualHandset"];

/** Which telephone rings when a caller is given to me. */
export const StationDialog = ({ desk, close }: { desk: Desk; close: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const error = useRefusal();
  const [kind, setKind] = useState(desk.station.kind);
  const [number, setNumber] = useState(desk.station.number ?? "");
  const [sounds, setSounds] = useState(hasRingtone);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    turnRingtone(sounds);
    const station = kind === "DeskPhone" && number.trim() !== "" ? { kind, number: number.trim() } : { kind };
    if (await act("station", () => server.sitAt(desk.agent.id, station))) close();
  };

  return (
    <Modal open onClose={close} width="small" header={{ heading: words("station") }}>
      <form onSubmit={save}>
        <Modal.Body className="fields">
          <RadioGroup legend={words("stationWhich")} value={kind} onChange={setKind} size="small">
            {kinds.map((one) => (
              <Radio key={one} value={one} description={words(`station.${one}.how`)}>
                {words(`station.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          {kind === "DeskPhone" && (
            <TextField size="small" label={words("stationNumber")} inputMode="tel" autoComplete="off" value={number} onChange={(event) => setNumber(event.target.value)} />
          )}
          <Switch size="small" checked={sounds} onChange={(event) => setSounds(event.target.checked)}>
            {words("ringtone")}
          </Switch>
          {error && <Failure error={error} />}
          {desk.call && <BodyShort size="small">{words("stationNextCall")}</BodyShort>}
        </Modal.Body>
        <Modal.Footer>
          <Button loading={doing === "station"}>{words("save")}</Button>
          <Button type="button" variant="secondary" onClick={close}>
            {words("close")}
          </Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
};
