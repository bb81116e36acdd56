import { BodyShort, Table } from "@navikt/ds-react";
import { lasting, secondsSince } from "../clock";
import { useNow } from "../live/Live";
import { LanguageTag, UrgencyTag } from "../queue/Tags";
import type { CallSummary, Urgency } from "../server/answers";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { StoryButton } from "./StoryButton";

type Props = { calls: CallSummary[]; officeOf: (unit: string | null) => string; show: (call: string) => void };

/** Who is on the line now, where in the house they are, and for how long. */
export const OngoingCalls = ({ calls, officeOf, show }: Props) => {
  const { words, told } = useWords();
  const now = useNow();
  if (calls.length === 0) return <BodyShort>{words("noCalls")}</BodyShort>;
  return (
    <Wide label={words("calls")}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("office")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("where")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("lasted")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("call")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {calls.map((call) => (
            <Table.Row key={call.id}>
              <Table.HeaderCell scope="row">{call.unit === null ? words("unknownOffice") : officeOf(call.unit)}</Table.HeaderCell>
              <Table.DataCell>{told(`call.${call.state}`)}</Table.DataCell>
              <Table.DataCell className="numbers">{lasting(secondsSince(call.startedAt, now))}</Table.DataCell>
              <Table.DataCell>
                <span className="tags">
                  <UrgencyTag urgency={urgencyOf(call.urgency)} />
                  <LanguageTag language={call.language} />
                </span>
              </Table.DataCell>
              <Table.DataCell>
                <StoryButton call={call.id} when={call.startedAt} show={show} />
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

const urgencyOf = (urgency: string): Urgency => (urgency === "Urgent" || urgency === "CanWait" ? urgency : "NotStated");
