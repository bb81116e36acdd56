import { Alert, TextField, Textarea } from "@navikt/ds-react";
import { useWords } from "../words/useWords";
import { look } from "./guard";

type Props = { label: string; why?: string; longest: number; text: string; write: (text: string) => void; oneLine?: boolean };

/** Text that is looked at while it is written: no numbers by which somebody can be found. The server looks again. */
export const GuardedField = ({ label, why, longest, text, write, oneLine = false }: Props) => {
  const { words } = useWords();
  const found = look(text);
  const warned = found.map(({ what, from, length }) => words("guarded", { what: words(`guard.${what}`), text: text.slice(from, from + length) }));
  const error = text.length > longest ? words("tooLong", { count: text.length, longest }) : undefined;
  const field = { size: "small" as const, label, description: why, value: text, error, autoComplete: "off" };
  return (
    <div>
      {oneLine ? <TextField {...field} onChange={(event) => write(event.target.value)} /> : <Textarea {...field} minRows={3} onChange={(event) => write(event.target.value)} />}
      <div role="status" className="guarded">
        {warned.map((warning) => (
          <Alert key={warning} variant="warning" size="small" inline>
            {warning}
          </Alert>
        ))}
      </div>
    </div>
  );
};
