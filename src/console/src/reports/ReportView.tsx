import { Alert, BodyShort, Button, Heading, Loader, Select, Table, Tag } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { dayAndTime, dayOf } from "../clock";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Definition, Report, ReportPart } from "../server/answers";
import type { ReportFile } from "../server/reportServer";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { Compared } from "./Compared";
import { ContestRows } from "./ContestRows";
import { CorrectionForm } from "./CorrectionForm";
import { Definitions } from "./Definitions";
import { FigureTable, PartTable } from "./FigureTable";
import { shown } from "./figures";
import { Objections } from "./Objections";
import { opened } from "./open";
import { TrendChart } from "./TrendChart";
import { type Named, named } from "./useDefinitions";

type Props = { id: string; version: number | null; choose: (version: string) => void; definitions: Definition[] };

/** One report: what it says, what is contested and was ruled, its versions and its files. */
export const ReportView = ({ id, version, choose, definitions }: Props) => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { act, error, forgive } = useActs();
  const asked = useSnapshot(["report", id, String(version)], () => server.report(id, version));
  const me = useQuery({ queryKey: ["me", session.token], queryFn: server.me });
  if (asked.error) return <Failure error={asked.error} />;
  if (asked.data === undefined) return <Loader title={words("loading")} />;
  const report = asked.data;
  const { content } = report;
  const is = named(definitions);
  const unit = me.data?.units[0];
  return (
    <>
      {error && <Failure error={error} close={forgive} />}
      <Head report={report} choose={choose} />
      <section className="card">
        <Heading level="2" size="medium" spacing>
          {words("report.figures")}
        </Heading>
        <FigureTable figures={content.figures} is={is} label={words("report.figures")} />
      </section>
      <section className="card">
        <Heading level="2" size="medium" spacing>
          {words("report.trend")}
        </Heading>
        <TrendChart trend={content.trend} />
        <PartTable parts={content.trend} is={is} label={words("report.trend")} nameOf={(part) => part.code} />
      </section>
      {content.parts.length > 0 && <Parts title={words("report.parts")} parts={content.parts} is={is} nameOf={(part) => part.name} />}
      {content.slices.length > 0 && <Slices parts={content.slices} is={is} />}
      {content.comparison && <Compared comparison={content.comparison} />}
      {content.why && <Changes report={report} is={is} />}
      <Objections report={report} rule={(objection, countedAs, why) => act("rule", () => server.rule(id, objection, countedAs, why))} />
      {report.mayObject && unit !== undefined && (
        <ContestRows report={report} unit={unit} contest={(transfer, reason, text) => act("contest", () => server.contest(id, transfer, reason, text))} />
      )}
      {report.mayCorrect && <CorrectionForm correct={(why, rows) => act("correct", () => server.correct(id, why, rows))} />}
      <Definitions all={definitions} />
    </>
  );
};

const Head = ({ report, choose }: { report: Report; choose: (version: string) => void }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const { act } = useActs();
  const { id, name, period } = report.report;
  const file = (kind: ReportFile) => act("file", async () => opened(await server.reportFile(id, report.shown, kind, language), `${name} ${period}`, kind));
  return (
    <section className="card">
      <Heading level="2" size="large" spacing>
        {name}, {period}
      </Heading>
      {!report.intact && <Alert variant="error">{words("report.notIntact")}</Alert>}
      <div className="bar">
        <div>
          <Standing report={report} />
          <BodyShort size="small" className="quiet above">
            {words("report.counted", { when: dayAndTime(report.content.countedAt, language) })}
          </BodyShort>
          <BodyShort size="small" className="quiet hash">
            SHA-256 {report.hash}
          </BodyShort>
        </div>
        {report.versions.length > 1 && (
          <Select size="small" label={words("report.versions")} value={report.shown} onChange={(event) => choose(event.target.value)}>
            {report.versions.map((one) => (
              <option key={one.version} value={one.version}>
                {one.version === 0 ? words("report.forReview") : words("report.version", { version: one.version })}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className="tags above">
        <Button size="small" variant="secondary" onClick={() => file("html")}>
          {words("report.print")}
        </Button>
        <Button size="small" variant="secondary" onClick={() => file("xlsx")}>
          {words("report.excel")}
        </Button>
        <Button size="small" variant="secondary" onClick={() => file("csv")}>
          {words("report.csv")}
        </Button>
      </div>
    </section>
  );
};

const Standing = ({ report }: { report: Report }) => {
  const { words, language } = useWords();
  return report.shown === 0 ? (
    <Tag variant="warning">{words("report.openUntil", { day: dayOf(report.report.lastDayToObject, language) })}</Tag>
  ) : (
    <Tag variant="success">{words("report.publishedAs", { version: report.shown })}</Tag>
  );
};

const Parts = ({ title, parts, is, nameOf }: { title: string; parts: ReportPart[]; is: Named; nameOf: (part: ReportPart) => string }) => (
  <section className="card">
    <Heading level="2" size="medium" spacing>
      {title}
    </Heading>
    <PartTable parts={parts} is={is} label={title} nameOf={nameOf} />
  </section>
);

const Slices = ({ parts, is }: { parts: ReportPart[]; is: Named }) => {
  const { words, told } = useWords();
  return <Parts title={words("report.slices")} parts={parts} is={is} nameOf={(part) => told(`slice.${part.code}`).replace(/^slice\./, "")} />;
};

const Changes = ({ report, is }: { report: Report; is: Named }) => {
  const { words, language } = useWords();
  return (
    <section className="card">
      <Heading level="2" size="medium">
        {words("report.correction")}
      </Heading>
      <BodyShort spacing>{report.content.why}</BodyShort>
      <Wide label={words("report.correction")}>
        <Table size="small">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{words("report.figure")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{words("report.before")}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{words("report.now")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {report.content.changes.map((one) => (
              <Table.Row key={one.key}>
                <Table.HeaderCell scope="row">{is.nameOf(one.key)}</Table.HeaderCell>
                <Table.DataCell>{shown(one.before, is.unitOf(one.key), language)}</Table.DataCell>
                <Table.DataCell>{shown(one.now, is.unitOf(one.key), language)}</Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Wide>
    </section>
  );
};
