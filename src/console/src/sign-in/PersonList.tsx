import { BodyShort, Button, TextField } from "@navikt/ds-react";
import { useState } from "react";
import type { SignIn } from "../server/answers";
import { useWords } from "../words/useWords";
import { found } from "./people";

type Person = SignIn["roles"][number]["people"][number];

const shownAtMost = 12;

/** People by name; where there are many, those whose name holds what is written. */
export const PersonList = ({ people, pick }: { people: Person[]; pick: (person: Person) => void }) => {
  const { words } = useWords();
  const [text, write] = useState("");
  const here = found(people, text);
  return (
    <div className="fields">
      {people.length > shownAtMost && (
        <TextField autoFocus label={words("findPerson")} autoComplete="off" value={text} onChange={(event) => write(event.target.value)} />
      )}
      <div className="roles">
        {here.slice(0, shownAtMost).map((person) => (
          <Button key={person.id} variant="secondary" onClick={() => pick(person)}>
            {person.name}
            {person.unit !== null && <span className="quiet-on-button"> {person.unit}</span>}
          </Button>
        ))}
      </div>
      <BodyShort size="small" className="quiet" role="status">
        {here.length > shownAtMost && words("morePeople", { count: here.length - shownAtMost })}
        {here.length === 0 && words("noPeople")}
      </BodyShort>
    </div>
  );
};
