import { Button, Checkbox, CheckboxGroup, Modal, Select, TextField } from "@navikt/ds-react";
import { type FormEvent, useState } from "react";
import { DateField } from "../DateField";
import type { Colleague, DutyRole, RuleDraft } from "../server/answers";
import { useWords } from "../words/useWords";
import { daysIn, weekdays } from "./draft";

const roles: DutyRole[] = ["Primary", "Backup", "Third", "Fourth", "Fifth"];

type Props = { rule: RuleDraft; colleagues: Colleague[]; keep: (rule: RuleDraft) => void; close: () => void };

/** One rule: which layer, which days and hours, from when, and whose. Of a rotation the turns; its people are ordered in the turnus. */
export const RuleDialog = ({ rule, colleagues, keep, close }: Props) => {
  const { words, told } = useWords();
  const [edited, edit] = useState(rule);
  const change = (part: Partial<RuleDraft>) => edit({ ...edited, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    keep(edited);
  };
  return (
    <Modal open onClose={close} width="small" header={{ heading: words("ruleChange") }}>
      <form onSubmit={save}>
        <Modal.Body className="fields">
          <Select size="small" label={words("ruleLayer")} value={edited.role} onChange={(event) => change({ role: event.target.value as DutyRole })}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {told(role.toLowerCase())}
              </option>
            ))}
          </Select>
          {edited.rotation === null ? (
            <Select size="small" label={words("colleague")} value={edited.officer ?? ""} onChange={(event) => change({ officer: event.target.value })}>
              {colleagues.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          ) : (
            <Turns rotation={edited.rotation} change={(rotation) => change({ rotation })} />
          )}
          <CheckboxGroup size="small" legend={words("ruleDays")} value={daysIn(edited.days)} onChange={(days: string[]) => change({ days: weekdays.filter((day) => days.includes(day)).join(",") })}>
            {weekdays.map((day) => (
              <Checkbox key={day} value={day}>
                {words(`weekday.${day}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
          <div className="pair">
            <TextField size="small" type="time" required label={words("from")} value={edited.from} onChange={(event) => change({ from: event.target.value })} />
            <TextField size="small" type="time" required label={words("to")} description={words("ruleOverMidnight")} value={edited.to} onChange={(event) => change({ to: event.target.value })} />
            <DateField label={words("firstDay")} value={edited.validFrom} choose={(validFrom) => change({ validFrom })} />
            <DateField label={words("lastDay")} value={edited.validTo ?? ""} choose={(last) => change({ validTo: last === "" ? null : last })} />
          </div>
          <Checkbox size="small" checked={edited.onHolidays} onChange={(event) => change({ onHolidays: event.target.checked })}>
            {words("ruleHolidays")}
          </Checkbox>
        </Modal.Body>
        <Modal.Footer>
          <Button size="small" disabled={edited.days === "" || edited.validFrom === ""}>
            {words("ruleKeep")}
          </Button>
          <Button size="small" type="button" variant="secondary" onClick={close}>
            {words("close")}
          </Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
};

type Rotation = NonNullable<RuleDraft["rotation"]>;
const units: Rotation["unit"][] = ["Hour", "Day", "DutyDay", "Week"];

const Turns = ({ rotation, change }: { rotation: Rotation; change: (rotation: Rotation) => void }) => {
  const { words, told } = useWords();
  return (
    <div className="pair">
      <TextField size="small" label={words("rotationName")} value={rotation.name} onChange={(event) => change({ ...rotation, name: event.target.value })} />
      <TextField
        size="small"
        type="number"
        min={1}
        max={366}
        label={words("rotationTurn")}
        value={rotation.turn}
        onChange={(event) => change({ ...rotation, turn: Number(event.target.value) })}
      />
      <Select size="small" label={words("rotationUnit")} value={rotation.unit} onChange={(event) => change({ ...rotation, unit: event.target.value as Rotation["unit"] })}>
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {told(`turn ${unit}`)}
          </option>
        ))}
      </Select>
      <TextField size="small" type="time" label={words("rotationHandOver")} value={rotation.handOver} onChange={(event) => change({ ...rotation, handOver: event.target.value })} />
    </div>
  );
};
