import { Chips, Heading, Select } from "@navikt/ds-react";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { About, DeskCall, Note, Reach, When } from "../server/answers";
import { useWords } from "../words/useWords";

const abouts: About[] = ["Food", "Housing", "Power", "Medicine", "Children", "Safety", "Other"];
const reaches: Reach[] = ["Either", "Call", "Text"];
const whens: When[] = ["Any", "Morning", "Midday", "Afternoon"];
const empty: Note = { about: [], reach: "Either", when: "Any" };

/** For the office: what it is about and how to reach the caller, by choices only. There is no room for facts of a case. */
export const NoteForm = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const note = call.note ?? empty;
  const save = (changed: Partial<Note>) => act("note", () => server.note(call.id, { ...note, ...changed }));
  const toggle = (one: About) => save({ about: note.about.includes(one) ? note.about.filter((other) => other !== one) : [...note.about, one] });
  return (
    <section className="card note" aria-labelledby="note">
      <Heading id="note" level="2" size="small">
        {words("note")}
      </Heading>
      <Chips size="small" aria-label={words("note.about")}>
        {abouts.map((one) => (
          <Chips.Toggle key={one} selected={note.about.includes(one)} onClick={() => toggle(one)}>
            {words(`note.${one}`)}
          </Chips.Toggle>
        ))}
      </Chips>
      <div className="pair">
        <Select size="small" label={words("note.reach")} value={note.reach} onChange={(event) => save({ reach: event.target.value as Reach })}>
          {reaches.map((one) => (
            <option key={one} value={one}>
              {words(`note.reach.${one}`)}
            </option>
          ))}
        </Select>
        <Select size="small" label={words("note.when")} value={note.when} onChange={(event) => save({ when: event.target.value as When })}>
          {whens.map((one) => (
            <option key={one} value={one}>
              {words(`note.when.${one}`)}
            </option>
          ))}
        </Select>
      </div>
    </section>
  );
};
