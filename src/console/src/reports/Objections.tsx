import { BodyShort, Button, Heading, Select, Table, Textarea } from "@navikt/ds-react";
import { useState } from "react";
import { dayAndTime, dayOf } from "../clock";
import type { Objection, Report } from "../server/answers";
import { Wide } from "../Wide";
import type { Key } from "../words/words";
import { useWords } from "../words/useWords";

export const rulings = ["NotTheOffice", "AcceptedByOffice", "AcceptedByNeighbour", "Unchanged"] as const;

type Rule = (objection: string, countedAs: string, why: string) => Promise<unknown>;

/** What offices contest, and what was ruled; whoever may rule does it here. */
export const Objections = ({ report, rule }: { report: Report; rule: Rule }) => {
  const { words, language } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="card">
      <Heading level="2" size="medium">
        {words("report.objections")}
      </Heading>
      <BodyShort spacing className="quiet">
        {words("report.objectionsWhy", { day: dayOf(report.report.lastDayToObject, language) })}
      </BodyShort>
      {report.objections.length === 0 ? (
        <BodyShort>{words("report.noObjections")}</BodyShort>
      ) : (
        <Wide label={words("report.objections")}>
          <Table size="small">
            <Table.Header>
              <Table.Row>
                {(["report.day", "office", "report.countedBefore", "report.reason", "report.ruling"] as const).map((key) => (
                  <Table.HeaderCell key={key} scope="col">
                    {words(key)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {report.objections.map((one) => (
                <Table.Row key={one.id}>
                  <Table.HeaderCell scope="row" className="unbroken">
                    {dayOf(one.day, language)}
                  </Table.HeaderCell>
                  <Table.DataCell>{one.unit}</Table.DataCell>
                  <Table.DataCell>{words(`report.ending.${one.ending}` as Key)}</Table.DataCell>
                  <Table.DataCell>
                    <strong>{words(`report.reason.${one.reason}` as Key)}</strong>
                    <br />
                    {one.words}
                  </Table.DataCell>
                  <Table.DataCell>
                    {one.countedAs !== null ? (
                      <>
                        <strong>{words(`report.countedAs.${one.countedAs}` as Key)}</strong>
                        <br />
                        {one.why} <span className="quiet">({one.ruledAt && dayAndTime(one.ruledAt, language)})</span>
                      </>
                    ) : open === one.id ? (
                      <RulingForm objection={one} rule={rule} />
                    ) : report.mayRule ? (
                      <Button size="small" variant="secondary" onClick={() => setOpen(one.id)}>
                        {words("report.rule")}
                      </Button>
                    ) : (
                      words("report.waits")
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

const RulingForm = ({ objection, rule }: { objection: Objection; rule: Rule }) => {
  const { words } = useWords();
  const [countedAs, count] = useState<string>(rulings[0]);
  const [why, say] = useState("");
  return (
    <form
      className="stack tight narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void rule(objection.id, countedAs, why);
      }}
    >
      <Select size="small" label={words("report.countedAs")} value={countedAs} onChange={(event) => count(event.target.value)}>
        {rulings.map((one) => (
          <option key={one} value={one}>
            {words(`report.countedAs.${one}`)}
          </option>
        ))}
      </Select>
      <Textarea size="small" label={words("report.why")} maxLength={1000} minRows={2} value={why} onChange={(event) => say(event.target.value)} />
      <Button size="small" disabled={why.trim() === ""}>
        {words("report.rule")}
      </Button>
    </form>
  );
};
