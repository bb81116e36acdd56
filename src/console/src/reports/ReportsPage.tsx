import { Tabs } from "@navikt/ds-react";
import { Link, useSearchParams } from "react-router";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useWords } from "../words/useWords";
import { Definitions } from "./Definitions";
import { MorningPage } from "./MorningPage";
import { ReportList } from "./ReportList";
import { ReportView } from "./ReportView";
import { useDefinitions } from "./useDefinitions";

/** Reports, yesterday for the morning meeting, and what figures mean. The place is in the address, so that a letter can lead to a report. */
export const ReportsPage = () => {
  const { words } = useWords();
  const [place, goTo] = useSearchParams();
  const definitions = useDefinitions();
  const report = place.get("report");
  const version = place.get("version");
  if (report !== null) {
    return (
      <div className="stack">
        <ConnectionNotice />
        <Link to="/reports">{words("report.all")}</Link>
        <ReportView id={report} version={version === null ? null : Number(version)} choose={(chosen) => goTo({ report, version: chosen })} definitions={definitions} />
      </div>
    );
  }
  return (
    <div className="stack">
      <ConnectionNotice />
      <Tabs value={place.get("tab") ?? "list"} onChange={(tab) => goTo({ tab })}>
        <Tabs.List>
          <Tabs.Tab value="list" label={words("page.reports")} />
          <Tabs.Tab value="morning" label={words("report.morning")} />
          <Tabs.Tab value="definitions" label={words("report.definitions")} />
        </Tabs.List>
        <Tabs.Panel value="list" className="stack above">
          <ReportList period={place.get("period")} choose={(period) => goTo({ tab: "list", period })} open={(id) => goTo({ report: id })} />
          <p>
            <Link to="/public">{words("report.public")}</Link>
          </p>
        </Tabs.Panel>
        <Tabs.Panel value="morning" className="stack above">
          <MorningPage definitions={definitions} />
        </Tabs.Panel>
        <Tabs.Panel value="definitions" className="stack above">
          <Definitions all={definitions} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
};
