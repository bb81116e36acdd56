import { BodyShort, Button, Heading, Select, Textarea, TextField } from "@navikt/ds-react";
import { useState } from "react";
import { useWords } from "../words/useWords";
import { rulings } from "./Objections";

type Correct = (why: string, rows: { transfer: string; countedAs: string }[]) => Promise<boolean>;

/** A correction: a new version beside the published one, which says why and what is otherwise. */
export const CorrectionForm = ({ correct }: { correct: Correct }) => {
  const { words } = useWords();
  const [why, say] = useState("");
  const [transfer, name] = useState("");
  const [countedAs, count] = useState<string>(rulings[0]);
  return (
    <section className="card">
      <Heading level="2" size="medium">
        {words("report.correct")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("report.correctWhy")}
      </BodyShort>
      <form
        className="stack tight narrow"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await correct(why, transfer.trim() === "" ? [] : [{ transfer: transfer.trim(), countedAs }])) {
            say("");
            name("");
          }
        }}
      >
        <Textarea size="small" label={words("report.why")} maxLength={1000} minRows={2} value={why} onChange={(event) => say(event.target.value)} />
        <TextField size="small" label={words("report.row")} description={words("report.rowWhy")} value={transfer} onChange={(event) => name(event.target.value)} />
        <Select size="small" label={words("report.countedAs")} value={countedAs} onChange={(event) => count(event.target.value)}>
          {rulings.map((one) => (
            <option key={one} value={one}>
              {words(`report.countedAs.${one}`)}
            </option>
          ))}
        </Select>
        <Button size="small" variant="secondary" disabled={why.trim() === ""}>
          {words("report.correct")}
        </Button>
      </form>
    </section>
  );
};
