import { BodyShort, Button, Heading, Loader, Select, Table, Tag, TextField } from "@navikt/ds-react";
import { useState } from "react";
import { Link } from "react-router";
import { dayOf } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import type { ReportSummary } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";

type Props = { period: string | null; choose: (period: string) => void; open: (report: string) => void };

/** The reports of a period, and one of any interval on demand. */
export const ReportList = ({ period, choose, open }: Props) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, error, forgive } = useActs();
  const [sought, seek] = useState("");
  const list = useSnapshot(["reports", period ?? ""], () => server.reports(period));
  const found = (list.data?.reports ?? []).filter((one) => one.name.toLocaleLowerCase("nb").includes(sought.toLocaleLowerCase("nb")));
  return (
    <>
      <section className="card">
        <Heading level="2" size="medium">
          {words("page.reports")}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("report.listWhy")}
        </BodyShort>
        {list.isPending && <Loader title={words("loading")} />}
        {list.error && <Failure error={list.error} />}
        {list.data && list.data.periods.length === 0 && <BodyShort>{words("report.none")}</BodyShort>}
        {list.data && list.data.periods.length > 0 && (
          <>
            <div className="bar">
              <Select size="small" label={words("report.period")} value={list.data.period ?? ""} onChange={(event) => choose(event.target.value)}>
                {list.data.periods.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </Select>
              <TextField size="small" label={words("report.search")} value={sought} onChange={(event) => seek(event.target.value)} />
            </div>
            <Listed reports={found} />
          </>
        )}
      </section>
      {error && <Failure error={error} close={forgive} />}
      <MakeForm make={(subject, of) => act("make", async () => open((await server.makeReport(subject, of)).id))} />
    </>
  );
};

const Listed = ({ reports }: { reports: ReportSummary[] }) => {
  const { words, language } = useWords();
  return (
    <Wide label={words("page.reports")}>
      <Table size="small" className="above">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("report.about")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("report.kind")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words("status")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {reports.map((one) => (
            <Table.Row key={one.id}>
              <Table.HeaderCell scope="row">
                <Link to={`/reports?report=${one.id}`}>{one.name}</Link>
              </Table.HeaderCell>
              <Table.DataCell>{words(`report.kind.${one.subject.split(":")[0] as "office" | "municipality" | "county" | "country"}`)}</Table.DataCell>
              <Table.DataCell>
                {one.version === 0 ? (
                  <Tag size="small" variant="warning">
                    {words("report.openUntil", { day: dayOf(one.lastDayToObject, language) })}
                  </Tag>
                ) : (
                  <Tag size="small" variant="success">
                    {words("report.publishedAs", { version: one.version })}
                  </Tag>
                )}
              </Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};

const MakeForm = ({ make }: { make: (subject: string, period: string) => Promise<unknown> }) => {
  const { words } = useWords();
  const [subject, about] = useState("");
  const [period, when] = useState("");
  return (
    <section className="card">
      <Heading level="2" size="small" spacing>
        {words("report.make")}
      </Heading>
      <form
        className="bar"
        onSubmit={(event) => {
          event.preventDefault();
          void make(subject.trim(), period.trim());
        }}
      >
        <TextField size="small" label={words("report.about")} description={words("report.aboutWhy")} value={subject} onChange={(event) => about(event.target.value)} />
        <TextField size="small" label={words("report.period")} description={words("report.periodWhy")} value={period} onChange={(event) => when(event.target.value)} />
        <Button size="small" variant="secondary" disabled={subject.trim() === "" || period.trim() === ""}>
          {words("report.makeIt")}
        </Button>
      </form>
    </section>
  );
};
