import { Table } from "@navikt/ds-react";
import { useLive, useSnapshot } from "../live/Live";
import { useWords } from "../words/useWords";

/** What the line has carried today, by how the callers came: those who rang it, and those who were transferred. */
export const Load = ({ line }: { line: string }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { data } = useSnapshot(["load", line], () => server.load(line));
  if (data === undefined) return null;
  return (
    <Table size="small" className="load">
      <caption className="unseen">{words("load")}</caption>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{words("load")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{words("load.offered")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{words("load.accepted")}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {(["direct", "menu", "transferred"] as const).map((way) => (
          <Table.Row key={way}>
            <Table.HeaderCell scope="row">{words(`load.${way}`)}</Table.HeaderCell>
            <Table.DataCell className="numbers">{data[way].offered}</Table.DataCell>
            <Table.DataCell className="numbers">{data[way].accepted}</Table.DataCell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
};
