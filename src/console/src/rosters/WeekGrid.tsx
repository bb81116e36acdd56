import { TextField } from "@navikt/ds-react";
import { type DragEvent, useState } from "react";
import { osloDate } from "../clock";
import { useNow } from "../live/Live";
import type { Colleague, DutyRole, RosterDraft } from "../server/answers";
import { useWords } from "../words/useWords";
import { assigned, inCell, type Weekday, weekdays } from "./draft";

type Props = { roster: RosterDraft; colleagues: Colleague[]; edit: (roster: RosterDraft) => void };

/** Fixed shifts, weekday by weekday: drag a name to a day, or choose it there. */
export const WeekGrid = ({ roster, colleagues, edit }: Props) => {
  const { words, told } = useWords();
  const today = osloDate(useNow());
  const [hours, setHours] = useState({ from: "09:00", to: "15:00" });
  const roles: DutyRole[] = roster.layers.length > 0 ? roster.layers.map((layer) => layer.role) : ["Primary", "Backup"];
  const assign = (role: DutyRole, day: Weekday, officer: string) => edit(assigned(roster, role, day, officer === "" ? null : officer, hours, today));
  const drop = (event: DragEvent, role: DutyRole, day: Weekday) => {
    event.preventDefault();
    assign(role, day, event.dataTransfer.getData("text/plain"));
  };
  return (
    <details className="fold">
      <summary>{words("gridDraw")}</summary>
      <div className="pair">
        <TextField size="small" type="time" label={words("from")} value={hours.from} onChange={(event) => setHours({ ...hours, from: event.target.value })} />
        <TextField size="small" type="time" label={words("to")} value={hours.to} onChange={(event) => setHours({ ...hours, to: event.target.value })} />
      </div>
      <ul className="palette" aria-label={words("gridPalette")}>
        {colleagues.map((one) => (
          <li key={one.id} draggable onDragStart={(event) => event.dataTransfer.setData("text/plain", one.id)}>
            {one.name}
          </li>
        ))}
      </ul>
      <div className="wide" tabIndex={0} role="region" aria-label={words("gridDraw")}>
        <table className="grid">
          <thead>
            <tr>
              <td />
              {weekdays.map((day) => (
                <th key={day} scope="col">
                  {words(`weekday.${day}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role}>
                <th scope="row">{told(role.toLowerCase())}</th>
                {weekdays.map((day) => (
                  <td key={day} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, role, day)}>
                    <select
                      aria-label={`${told(role.toLowerCase())}, ${words(`weekday.${day}`)}`}
                      value={inCell(roster, role, day)?.officer ?? ""}
                      onChange={(event) => assign(role, day, event.target.value)}
                    >
                      <option value="">–</option>
                      {colleagues.map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name}
                        </option>
                      ))}
                    </select>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
