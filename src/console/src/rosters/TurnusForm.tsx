import { ArrowDownIcon, ArrowUpIcon, PersonPlusIcon, XMarkIcon } from "@navikt/aksel-icons";
import { Button, Checkbox, Heading, TextField } from "@navikt/ds-react";
import { type DragEvent, type FormEvent, useState } from "react";
import { osloDate, plusDays, weekdayOf } from "../clock";
import { DateField } from "../DateField";
import { useNow } from "../live/Live";
import type { Colleague, RosterDraft } from "../server/answers";
import { useWords } from "../words/useWords";
import { moved, turnusOf } from "./draft";

type Props = { roster: RosterDraft; colleagues: Colleague[]; edit: (roster: RosterDraft) => void };

/** A whole year in one form: who, in which order, how many weeks each. */
export const TurnusForm = ({ roster, colleagues, edit }: Props) => {
  const { words } = useWords();
  const today = osloDate(useNow());
  const [people, order] = useState<string[]>([]);
  const [weeks, setWeeks] = useState("1");
  const [hours, setHours] = useState({ from: "09:00", to: "15:00" });
  const [validFrom, begin] = useState(plusDays(today, 7 - weekdayOf(today)));
  const [backup, setBackup] = useState(true);
  const draw = (event: FormEvent) => {
    event.preventDefault();
    edit(turnusOf(roster, { people, weeks: Number(weeks), ...hours, days: "mon-fri", validFrom, backup, name: words("turnus") }));
  };
  return (
    <details className="fold" open={roster.rules.length === 0}>
      <summary>{words("turnusDraw")}</summary>
      <form className="fields" onSubmit={draw}>
        <People people={people} colleagues={colleagues} order={order} />
        <div className="pair">
          <TextField size="small" type="number" min={1} max={52} label={words("turnusWeeks")} value={weeks} onChange={(event) => setWeeks(event.target.value)} />
          <TextField size="small" type="time" label={words("from")} value={hours.from} onChange={(event) => setHours({ ...hours, from: event.target.value })} />
          <TextField size="small" type="time" label={words("to")} value={hours.to} onChange={(event) => setHours({ ...hours, to: event.target.value })} />
          <DateField label={words("firstDay")} value={validFrom} choose={begin} />
        </div>
        <Checkbox size="small" checked={backup} onChange={(event) => setBackup(event.target.checked)}>
          {words("turnusBackup")}
        </Checkbox>
        <div>
          <Button size="small" variant="secondary" disabled={people.length === 0 || !(Number(weeks) >= 1) || validFrom === ""}>
            {words("turnusMake")}
          </Button>
        </div>
      </form>
    </details>
  );
};

type PeopleProps = { people: string[]; colleagues: Colleague[]; order: (people: string[]) => void };

// The same by dragging and by buttons: whoever cannot drag moves a person up and down.
const People = ({ people, colleagues, order }: PeopleProps) => {
  const { words } = useWords();
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    order(moved(people, Number(event.dataTransfer.getData("text/plain")), to));
  };
  return (
    <div>
      <Heading level="4" size="xsmall">
        {words("turnusWho")}
      </Heading>
      <ol className="turnus">
        {people.map((id, place) => (
          <li
            key={id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData("text/plain", String(place))}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, place)}
          >
            <span className="duty-who">
              {place + 1}. {nameOf(id)}
            </span>
            <Button
              type="button"
              size="xsmall"
              variant="tertiary"
              disabled={place === 0}
              icon={<ArrowUpIcon title={words("earlier", { name: nameOf(id) })} />}
              onClick={() => order(moved(people, place, place - 1))}
            />
            <Button
              type="button"
              size="xsmall"
              variant="tertiary"
              disabled={place === people.length - 1}
              icon={<ArrowDownIcon title={words("later", { name: nameOf(id) })} />}
              onClick={() => order(moved(people, place, place + 1))}
            />
            <Button
              type="button"
              size="xsmall"
              variant="tertiary"
              icon={<XMarkIcon title={words("leaveOut", { name: nameOf(id) })} />}
              onClick={() => order(people.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ol>
      <div className="choices">
        {colleagues
          .filter((one) => !people.includes(one.id))
          .map((one) => (
            <Button key={one.id} type="button" size="xsmall" variant="secondary" icon={<PersonPlusIcon aria-hidden />} onClick={() => order([...people, one.id])}>
              {one.name}
            </Button>
          ))}
      </div>
    </div>
  );
};
