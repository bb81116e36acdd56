import { BodyShort, Heading, Loader, Table } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayOf, hourAndMinute } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { OfficeSearch } from "../offices/OfficeSearch";
import type { Definition, MorningSheet } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import type { Key } from "../words/words";
import { useWords } from "../words/useWords";
import { shown } from "./figures";
import { named } from "./useDefinitions";

const few = ["offered", "accepted", "answeredShare", "toAcceptMedian", "exhausted", "abandoned"];

/** One page for the morning meeting: the last working day's calls, what is promised, and what nobody keeps today. */
export const MorningPage = ({ definitions }: { definitions: Definition[] }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const me = useQuery({ queryKey: ["me", session.token], queryFn: server.me });
  const [chosen, choose] = useState<string | null>(null);
  const unit = me.data?.units[0] ?? chosen;
  const sheet = useSnapshot(["morning", unit ?? ""], () => server.morning(unit ?? ""), { enabled: unit !== null });
  return (
    <>
      {me.data?.units.length === 0 && (
        <section className="card">
          <OfficeSearch label={words("findOffice")} choose={(hit) => hit.office && choose(hit.office.unit)} />
        </section>
      )}
      {sheet.error && <Failure error={sheet.error} />}
      {unit !== null && sheet.isPending && <Loader title={words("loading")} />}
      {sheet.data && <Morning sheet={sheet.data} definitions={definitions} />}
    </>
  );
};

const Morning = ({ sheet, definitions }: { sheet: MorningSheet; definitions: Definition[] }) => {
  const { words, language } = useWords();
  const is = named(definitions);
  return (
    <section className="card">
      <Heading level="2" size="medium" spacing>
        {sheet.name}, {dayOf(sheet.day, language)}
      </Heading>
      <dl className="shares">
        {few.map((key) => (
          <div key={key}>
            <dt>{is.nameOf(key)}</dt>
            <dd>{shown(sheet.figures.find((one) => one.key === key)?.value ?? null, is.unitOf(key), language)}</dd>
          </div>
        ))}
        <div>
          <dt>{words("callbacks")}</dt>
          <dd>
            {sheet.callbacks} <span className="quiet">{words("report.overdue", { overdue: sheet.overdue, urgent: sheet.urgent })}</span>
          </dd>
        </div>
      </dl>
      <Heading level="3" size="small" className="above">
        {words("report.gaps")}
      </Heading>
      {sheet.gaps.length === 0 ? (
        <BodyShort>{words("report.noGaps")}</BodyShort>
      ) : (
        <ul>
          {sheet.gaps.map((gap) => (
            <li key={gap.line + gap.from}>
              {gap.line}: {hourAndMinute(gap.from, language)}–{hourAndMinute(gap.to, language)}
            </li>
          ))}
        </ul>
      )}
      {sheet.rows.length > 0 && (
        <Wide label={words("report.rows")}>
          <Table size="small" className="above">
            <Table.Header>
              <Table.Row>
                {(["report.time", "report.way", "report.ending", "urgent"] as const).map((key) => (
                  <Table.HeaderCell key={key} scope="col">
                    {words(key)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {sheet.rows.map((row) => (
                <Table.Row key={row.transfer}>
                  <Table.HeaderCell scope="row">{row.time}</Table.HeaderCell>
                  <Table.DataCell>{words(`report.way.${row.way}` as Key)}</Table.DataCell>
                  <Table.DataCell>{words(`report.ending.${row.ending}` as Key)}</Table.DataCell>
                  <Table.DataCell>{words(row.urgent ? "yes" : "no")}</Table.DataCell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </Wide>
      )}
    </section>
  );
};
