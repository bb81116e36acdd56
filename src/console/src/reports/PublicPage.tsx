import { Alert, BodyShort, Heading, Loader, Select, Table, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { clientFor } from "../server/ask";
import type { ReleasedPlace, Release } from "../server/answers";
import { publicServer } from "../server/reportServer";
import { Failure } from "../supervision/Failure";
import { Wide } from "../Wide";
import { useWords } from "../words/useWords";
import { Definitions } from "./Definitions";
import { count, depthOf, inOrder, interval, isUnknown, percent } from "./figures";
import { named } from "./useDefinitions";

const columns = ["offered", "accepted", "exhausted", "abandoned", "cancelled", "callbacksDue", "callbacksInTime"] as const;

/** For everybody, without signing in: what is published, with small counts hidden so that none can be computed back. */
export const PublicPage = () => {
  const { words, language } = useWords();
  const server = useMemo(() => publicServer(clientFor(null)), []);
  const [period, choose] = useState<string | null>(null);
  const [sought, seek] = useState("");
  const asked = useQuery({ queryKey: ["public", period], queryFn: () => server.figures(period) });
  const definitions = useQuery({ queryKey: ["public-definitions", language], queryFn: () => server.definitions(language) });
  const release = (asked.data?.release ?? null) as Release | null;
  return (
    <div className="stack">
      <section className="card">
        <Heading level="2" size="large">
          {words("report.publicTitle")}
        </Heading>
        <BodyShort spacing>{words("report.publicWhy")}</BodyShort>
        {asked.isPending && <Loader title={words("loading")} />}
        {asked.error && <Failure error={asked.error} />}
        {asked.data && release === null && <Alert variant="info">{words("report.nothingPublic")}</Alert>}
        {release?.example && (
          <Alert variant="info" size="small" inline>
            {words("example")}
          </Alert>
        )}
        {release && asked.data && (
          <div className="bar above">
            <Select size="small" label={words("report.period")} value={release.period} onChange={(event) => choose(event.target.value)}>
              {asked.data.periods.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
            <TextField size="small" label={words("report.search")} value={sought} onChange={(event) => seek(event.target.value)} />
            <a href={`/api/public/figures.csv?period=${release.period}`}>{words("report.csv")}</a>
          </div>
        )}
        {release && <Places release={release} sought={sought} nameOf={named(definitions.data ?? []).nameOf} />}
        {release && (
          <BodyShort size="small" className="quiet above hash">
            {words("report.publishedAs", { version: release.version })} SHA-256 {release.hash}
          </BodyShort>
        )}
      </section>
      {definitions.data && <Definitions all={definitions.data} />}
      <p>
        <Link to="/">{words("report.toConsole")}</Link>
      </p>
    </div>
  );
};

const Places = ({ release, sought, nameOf }: { release: Release; sought: string; nameOf: (key: string) => string }) => {
  const { words, language } = useWords();
  const called = (place: ReleasedPlace) => (isUnknown(place) ? words("report.unknownPlace") : place.name);
  const places = inOrder(release.places).filter((place) => called(place).toLocaleLowerCase("nb").includes(sought.toLocaleLowerCase("nb")));
  const name = (key: string) => (key === "callbacksInTime" ? words("report.inTime") : nameOf(key));
  return (
    <Wide label={words("report.publicTitle")}>
      <Table size="small" className="above">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words("report.municipality")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words("report.answered")}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words("report.interval")}
            </Table.HeaderCell>
            {columns.map((key) => (
              <Table.HeaderCell key={key} scope="col" align="right">
                {name(key)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {places.map((place) => (
            <Table.Row key={place.code}>
              <Table.HeaderCell scope="row" className={`deep-${depthOf(place, release.places)}`}>
                {called(place)}
              </Table.HeaderCell>
              <Table.DataCell align="right" className="unbroken">
                {place.answered ? percent(place.answered.share) : ":"}
              </Table.DataCell>
              <Table.DataCell align="right" className="unbroken">
                {place.answered ? interval(place.answered.low, place.answered.high) : ""}
              </Table.DataCell>
              {columns.map((key) => (
                <Table.DataCell key={key} align="right" className="unbroken">
                  {count(place, key, language)}
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Wide>
  );
};
