import { BodyShort, Heading, Table } from "@navikt/ds-react";
import type { Definition } from "../server/answers";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";

/** What each figure means, and what is held against whom. */
export const Definitions = ({ all }: { all: Definition[] }) => {
  const { words } = useWords();
  return (
    <section className="card" id="definitions">
      <Heading level="2" size="medium" spacing>
        {words("report.definitions")}
      </Heading>
      <Wide label={words("report.definitions")}>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{words("report.figure")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{words("report.meaning")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{words("report.formula")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{words("report.example")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {all.map((one) => (
              <Table.Row key={one.key}>
                <Table.HeaderCell scope="row">{one.name}</Table.HeaderCell>
                <Table.DataCell>{one.meaning}</Table.DataCell>
                <Table.DataCell>
                  <code>
                    {one.key} = {one.formula}
                  </code>
                </Table.DataCell>
                <Table.DataCell>{one.example}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Wide>
      <Heading level="3" size="small" className="above">
        {words("report.attribution")}
      </Heading>
      <BodyShort>{words("report.attributionText")}</BodyShort>
    </section>
  );
};
