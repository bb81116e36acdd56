import { CheckmarkCircleIcon, ExclamationmarkTriangleFillIcon, CircleSlashIcon } from "@navikt/aksel-icons";
import { Alert, BodyShort, Heading, Loader, Switch, ToggleGroup } from "@navikt/ds-react";
import { useState } from "react";
import { Link } from "react-router";
import { dayOf } from "../clock";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { OpenNotices } from "../notices/OpenNotices";
import type { CountyCover, CoverageWall, OfficeCover } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { inAll, onlyTrouble, percent, worstFirst } from "./wall";

/** The country's duty phones for the coming days: every office, county by county. */
export const CoveragePage = () => {
  const { words } = useWords();
  const { server } = useLive();
  const [days, choose] = useState("14");
  const [trouble, onlyThat] = useState(true);
  const wall = useSnapshot(["coverage-wall", days], () => server.coverageWall(Number(days)));
  return (
    <div className="stack">
      <ConnectionNotice />
      <section className="card">
        <Heading level="2" size="medium">
          {words("page.coverage")}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("coverageWhy")}
        </BodyShort>
        {wall.data && <Shares wall={wall.data} />}
        <div className="bar">
          <Switch size="small" checked={trouble} onChange={(event) => onlyThat(event.target.checked)}>
            {words("onlyTrouble")}
          </Switch>
          <ToggleGroup size="small" value={days} onChange={choose} aria-label={words("howFar")}>
            {["7", "14", "28"].map((count) => (
              <ToggleGroup.Item key={count} value={count} label={words("daysAhead", { count })} />
            ))}
          </ToggleGroup>
        </div>
      </section>
      <OpenNotices unit={null} />
      {wall.isPending && <Loader title={words("loading")} />}
      {wall.error && <Failure error={wall.error} />}
      {wall.data && trouble && onlyTrouble(wall.data).length === 0 && <Alert variant="success">{words("noTrouble")}</Alert>}
      {wall.data && (trouble ? onlyTrouble(wall.data) : wall.data.counties).map((county) => <County key={county.name} county={county} days={wall.data.days} />)}
    </div>
  );
};

const Shares = ({ wall }: { wall: CoverageWall }) => {
  const { words } = useWords();
  const all = inAll(wall);
  return (
    <dl className="shares">
      <div>
        <dt>{words("withDutyLine")}</dt>
        <dd>
          {percent(all.withDutyLine, all.offices)} % <span className="quiet">{words("ofOffices", { part: all.withDutyLine, whole: all.offices })}</span>
        </dd>
      </div>
      <div>
        <dt>{words("withoutGap")}</dt>
        <dd>
          {percent(all.covered, all.offices)} % <span className="quiet">{words("ofOffices", { part: all.covered, whole: all.offices })}</span>
        </dd>
      </div>
    </dl>
  );
};

const County = ({ county, days }: { county: CountyCover; days: CoverageWall["days"] }) => {
  const { words, language } = useWords();
  return (
    <section className="card" aria-label={county.name}>
      <Heading level="3" size="small" spacing>
        {county.name}{" "}
        <span className="quiet">{words("countyShare", { part: county.share.withDutyLine, whole: county.share.offices })}</span>
      </Heading>
      <div className="wide" tabIndex={0} role="region" aria-label={county.name}>
        <table className="wall">
          <thead>
            <tr>
              <th scope="col">{words("office")}</th>
              {days.map((day) => (
                <th key={day.date} scope="col">
                  {dayOf(day.date, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {worstFirst(county.offices).map((office) => (
              <Row key={office.unit} office={office} days={days} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Row = ({ office, days }: { office: OfficeCover; days: CoverageWall["days"] }) => {
  const { words } = useWords();
  return (
    <tr>
      <th scope="row">
        <Link to={`/roster?office=${office.unit}`}>{office.name}</Link>
        {!office.hasDutyLine && (
          <span className="no-line">
            <CircleSlashIcon aria-hidden /> {words("noDutyLine")}
          </span>
        )}
      </th>
      {days.map((day, place) => (
        <Cell key={day.date} open={day.openHours} gap={office.gapHours[place] ?? 0} />
      ))}
    </tr>
  );
};

const Cell = ({ open, gap }: { open: number; gap: number }) => {
  const { words, language } = useWords();
  if (open === 0) return <td className="wall-closed"><span className="unseen">{words("closedThatDay")}</span></td>;
  if (gap === 0) return <td className="wall-kept"><CheckmarkCircleIcon title={words("covered")} /></td>;
  const hours = new Intl.NumberFormat(language === "en" ? "en-GB" : "nb-NO", { maximumFractionDigits: 1 }).format(gap);
  return (
    <td className="wall-gap">
      <ExclamationmarkTriangleFillIcon aria-hidden /> <span className="unseen">{words("gapShort")} </span>
      {words("hours", { hours })}
    </td>
  );
};
