import { Table } from "@navikt/ds-react";
import type { LineRoster } from "../server/answers";
import { useWords } from "../words/useWords";

/** How many hours each has in what is shown, so that it can be shared fairly. */
export const WorkList = ({ roster }: { roster: LineRoster }) => {
  const { words, language } = useWords();
  const names = new Map(roster.colleagues.map((one) => [one.id, one.name]));
  const hours = new Intl.NumberFormat(language === "en" ? "en-GB" : "nb-NO", { maximumFractionDigits: 1 });
  return (
    <details className="work">
      <summary>{words("work")}</summary>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("work.who")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("work.hours")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("work.evenings")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("work.daysOff")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {roster.work.map((one) => (
            <Table.Row key={one.officer}>
              <Table.HeaderCell scope="row">{names.get(one.officer) ?? one.officer}</Table.HeaderCell>
              {[one.hours, one.eveningHours, one.daysOffHours].map((count, column) => (
                <Table.DataCell key={column} className="numbers">
                  {hours.format(count)}
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </details>
  );
};
