import { BodyShort, Table } from "@navikt/ds-react";
import { StoryButton } from "../calls/StoryButton";
import { dayAndTime } from "../clock";
import type { Flag } from "../server/answers";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { Status } from "./Status";

type Props = { flags: Flag[]; officeOf: (unit: string | null) => string; show: (call: string) => void };

/** What went unanswered, the latest first, as the server gives it. */
export const Flags = ({ flags, officeOf, show }: Props) => {
  const { words, told, language } = useWords();
  if (flags.length === 0) return <BodyShort>{words("noFlags")}</BodyShort>;
  return (
    <Wide label={words("flags")}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("raised")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("office")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("reason")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("counts")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("call")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {flags.map((flag) => (
            <Table.Row key={flag.id}>
              <Table.DataCell className="unbroken">{dayAndTime(flag.raisedAt, language)}</Table.DataCell>
              <Table.HeaderCell scope="row">{officeOf(flag.unit)}</Table.HeaderCell>
              <Table.DataCell>{told(flag.reason)}</Table.DataCell>
              <Table.DataCell>
                <Status urgent={flag.urgent} calm="canWait" />
              </Table.DataCell>
              <Table.DataCell>{words(flag.countsAgainstOffice ? "yes" : "no")}</Table.DataCell>
              <Table.DataCell>
                {flag.call !== null && <StoryButton call={flag.call} when={flag.raisedAt} show={show} />}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};
