import { BodyShort, Button, Heading, Loader, Select, Table, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayOf } from "../clock";
import { useLive } from "../live/Live";
import type { FigureRow, Report } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import type { Key } from "../words/words";
import { useWords } from "../words/useWords";

const reasons = ["TechnicalFailure", "WrongOffice", "HelpedAnotherWay", "TestCall", "Duplicate", "KeptByAnother", "Other"] as const;
const endings = ["Exhausted", "Abandoned", "Cancelled", "Accepted", "ShortAbandoned", "Ours"] as const;

type Contest = (transfer: string, reason: string, words: string) => Promise<unknown>;

/** The office's own rows behind the report, to be contested one at a time. */
export const ContestRows = ({ report, unit, contest }: { report: Report; unit: string; contest: Contest }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const [ending, choose] = useState<string>(endings[0]);
  const [row, take] = useState<FigureRow | null>(null);
  const rows = useQuery({
    queryKey: ["figure-rows", unit, report.report.period, ending],
    queryFn: () => server.figureRows(`office:${unit}`, report.report.period, ending, null),
  });
  const contested = new Set(report.objections.map((one) => one.transfer));
  return (
    <section className="card">
      <div className="bar">
        <Heading level="2" size="medium">
          {words("report.rows")}
        </Heading>
        <Select size="small" label={words("report.ending")} value={ending} onChange={(event) => choose(event.target.value)}>
          {endings.map((one) => (
            <option key={one} value={one}>
              {words(`report.ending.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {rows.isPending && <Loader title={words("loading")} />}
      {rows.error && <Failure error={rows.error} />}
      {rows.data?.rows.length === 0 && <BodyShort>{words("report.noRows")}</BodyShort>}
      {row && <ContestForm row={row} contest={contest} done={() => take(null)} />}
      {rows.data && rows.data.rows.length > 0 && (
        <Wide label={words("report.rows")}>
          <Table size="small">
            <Table.Header>
              <Table.Row>
                {(["report.day", "report.time", "report.way", "report.ending", "urgent", "report.contest"] as const).map((key) => (
                  <Table.HeaderCell key={key} scope="col">
                    {words(key)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {rows.data.rows.map((one) => (
                <Table.Row key={one.transfer} selected={one.transfer === row?.transfer}>
                  <Table.HeaderCell scope="row" className="unbroken">
                    {dayOf(one.day, language)}
                  </Table.HeaderCell>
                  <Table.DataCell>{one.time}</Table.DataCell>
                  <Table.DataCell>{words(`report.way.${one.way}` as Key)}</Table.DataCell>
                  <Table.DataCell>{words(`report.ending.${one.ending}` as Key)}</Table.DataCell>
                  <Table.DataCell>{words(one.urgent ? "yes" : "no")}</Table.DataCell>
                  <Table.DataCell>
                    {contested.has(one.transfer) ? (
                      words("report.contested")
                    ) : (
                      <Button size="small" variant="tertiary" aria-label={`${words("report.contest")}: ${one.day} ${one.time}`} onClick={() => take(one)}>
                        {words("report.contest")}
                      </Button>
                    )}
                  </Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </Wide>
      )}
    </section>
  );
};

const ContestForm = ({ row, contest, done }: { row: FigureRow; contest: Contest; done: () => void }) => {
  const { words, language } = useWords();
  const [reason, because] = useState<string>(reasons[0]);
  const [text, say] = useState("");
  return (
    <form
      className="stack tight narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void contest(row.transfer, reason, text).then(done);
      }}
    >
      <Heading level="3" size="small">
        {words("report.contestRow", { day: dayOf(row.day, language), time: row.time })}
      </Heading>
      <Select size="small" label={words("report.reason")} value={reason} onChange={(event) => because(event.target.value)}>
        {reasons.map((one) => (
          <option key={one} value={one}>
            {words(`report.reason.${one}`)}
          </option>
        ))}
      </Select>
      <Textarea size="small" label={words("report.words")} description={words("report.wordsWhy")} maxLength={1000} minRows={2} value={text} onChange={(event) => say(event.target.value)} />
      <div className="tags">
        <Button size="small" disabled={text.trim() === ""}>
          {words("report.contest")}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={done}>
          {words("cancel")}
        </Button>
      </div>
    </form>
  );
};
