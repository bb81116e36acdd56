import { BodyShort, Table } from "@navikt/ds-react";
import { StoryButton } from "../calls/StoryButton";
import { dayAndTime, timeOfDay } from "../clock";
import type { Callback } from "../server/answers";
import { Status } from "../supervision/Status";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { mostPressingFirst } from "./pressing";

type Props = { callbacks: Callback[]; officeOf: (unit: string | null) => string; show: (call: string) => void };

/** Whom we promised to ring. Numbers are not here: seeing one is a question of its own, and is noted. */
export const Callbacks = ({ callbacks, officeOf, show }: Props) => {
  const { words } = useWords();
  if (callbacks.length === 0) return <BodyShort>{words("noCallbacks")}</BodyShort>;
  return (
    <Wide label={words("callbacks")}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("due")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("office")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("reason")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("rings")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("number")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("call")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {mostPressingFirst(callbacks).map((owed) => (
            <Row key={owed.id} owed={owed} office={officeOf(owed.unit)} show={show} />
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

const Row = ({ owed, office, show }: { owed: Callback; office: string; show: (call: string) => void }) => {
  const { words, told, language } = useWords();
  return (
    <Table.Row>
      <Table.DataCell className="unbroken">{dayAndTime(owed.dueAt, language)}</Table.DataCell>
      <Table.HeaderCell scope="row">{office}</Table.HeaderCell>
      <Table.DataCell>{told(owed.reason)}</Table.DataCell>
      <Table.DataCell>
        <Status overdue={owed.overdue} urgent={owed.urgent} calm="open" />
      </Table.DataCell>
      <Table.DataCell>
        {owed.rings}
        {owed.ringsAgainAt && (
          <BodyShort size="small" className="quiet unbroken">
            {words("ringsAgain", { when: timeOfDay(owed.ringsAgainAt, language) })}
          </BodyShort>
        )}
      </Table.DataCell>
      <Table.DataCell>{numberWord(owed.number, words)}</Table.DataCell>
      <Table.DataCell>
        <StoryButton call={owed.call} when={owed.createdAt} show={show} />
      </Table.DataCell>
    </Table.Row>
  );
};

const numberWord = (number: string, words: ReturnType<typeof useWords>["words"]): string =>
  number === "known" || number === "not given" || number === "has a code" ? words(`number.${number}`) : number;
