import { CheckmarkCircleIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Heading, Loader, Table, Tag } from "@navikt/ds-react";
import { dayAndTime } from "../clock";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import type { TakenUpFlow } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";

/** Which menus callers walk now, in which version; and what is wrong with a newer one that was not taken up. */
export const FlowsPage = () => {
  const { words } = useWords();
  const { server } = useLive();
  const flows = useSnapshot(["flows"], server.flows);
  return (
    <div className="stack">
      <ConnectionNotice />
      <section className="card">
        <Heading level="2" size="medium">
          {words("page.flows")}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("flowsWhy")}
        </BodyShort>
        {flows.isPending && <Loader title={words("loading")} />}
        {flows.error && <Failure error={flows.error} />}
        <Faults faults={flows.data?.[0]?.faults ?? []} />
        {flows.data && <Flows flows={flows.data} />}
      </section>
    </div>
  );
};

const Flows = ({ flows }: { flows: TakenUpFlow[] }) => {
  const { words, language } = useWords();
  return (
    <Wide label={words("page.flows")}>
      <Table size="small">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("flow")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("version")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("takenUpAt")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {flows.map((flow) => (
            <Table.Row key={flow.name}>
              <Table.HeaderCell scope="row">{flow.name}</Table.HeaderCell>
              <Table.DataCell>
                <code title={flow.version}>{flow.version.slice(0, 12)}</code>
              </Table.DataCell>
              <Table.DataCell className="unbroken">{dayAndTime(flow.takenUpAt, language)}</Table.DataCell>
              <Table.DataCell>
                <Tag size="small" data-color="success" icon={<CheckmarkCircleIcon aria-hidden />}>
                  {words("flowInUse")}
                </Tag>
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

/** Flows are taken up together, so a fault in one file keeps all as they are, and each of them tells the same faults. */
const Faults = ({ faults }: { faults: TakenUpFlow["faults"] }) => {
  const { words } = useWords();
  if (faults.length === 0) return null;
  return (
    <Alert size="small" variant="warning" className="refused">
      {words("flowRefused")}
      <ul className="faults">
        {faults.map((fault) => (
          <li key={`${fault.file}:${fault.line} ${fault.message}`}>
            <code>
              {fault.file}:{fault.line}
            </code>{" "}
            {fault.message}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
