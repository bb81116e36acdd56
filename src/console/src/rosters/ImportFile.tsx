import { Alert, BodyShort, Button } from "@navikt/ds-react";
import { useState } from "react";
import { useLive } from "../live/Live";
import type { Imported, RefusedRow } from "../server/answers";
import { NoAnswer } from "../server/ask";
import { fileType } from "../server/rosterServer";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";

type Props = { line: string; version: number; taken: () => Promise<unknown> };

/** A file into the draft. Every row that cannot be read is told with its reason; the others are taken when somebody says so. */
export const ImportFile = ({ line, version, taken }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const [file, choose] = useState<File | null>(null);
  const [refused, tell] = useState<RefusedRow[]>([]);
  const [error, fail] = useState<Error | null>(null);
  const [done, finish] = useState<Imported | null>(null);
  const [busy, work] = useState(false);

  const send = async (chosen: File, partly: boolean) => {
    work(true);
    fail(null);
    tell([]);
    try {
      finish(await server.importFile(line, chosen, version, partly));
      await taken();
    } catch (no) {
      const rows = no instanceof NoAnswer ? rowsOf(no.said) : [];
      tell(rows);
      if (rows.length === 0) fail(no instanceof Error ? no : new Error(String(no)));
    } finally {
      work(false);
    }
  };
  const picked = (chosen: File | null) => {
    choose(chosen);
    finish(null);
    if (chosen && fileType(chosen.name) !== null) void send(chosen, false);
    else if (chosen) fail(new NoAnswer(400, words("importTypes")));
  };
  return (
    <details className="fold">
      <summary>{words("import")}</summary>
      <div className="fields">
        <BodyShort>{words("importWhy")}</BodyShort>
        <label>
          {words("importFile")} <input type="file" accept=".csv,.ics" disabled={busy} onChange={(event) => picked(event.target.files?.[0] ?? null)} />
        </label>
        {error && <Failure error={error} />}
        {done && <Alert variant="success" size="small">{words("imported", { taken: done.taken, refused: done.refused.length })}</Alert>}
        {refused.length > 0 && (
          <Alert variant="error" size="small">
            {words("importRefused", { count: refused.length })}
            <ul className="faults">
              {refused.map((row) => (
                <li key={`${row.row} ${row.field}`}>{words("importRow", { row: row.row, field: row.field, value: row.value, wrong: row.wrong })}</li>
              ))}
            </ul>
            {file && (
              <Button size="small" variant="secondary" loading={busy} onClick={() => send(file, true)}>
                {words("importRest")}
              </Button>
            )}
          </Alert>
        )}
      </div>
    </details>
  );
};

const rowsOf = (said: unknown): RefusedRow[] => {
  const { refused } = (said ?? {}) as { refused?: unknown };
  return Array.isArray(refused) ? (refused as RefusedRow[]) : [];
};
