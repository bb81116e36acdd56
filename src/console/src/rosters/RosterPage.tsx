import { BodyShort, Heading, Select, Tabs } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useNow, useSnapshot } from "../live/Live";
import { OpenNotices } from "../notices/OpenNotices";
import { Phones } from "../notices/Phones";
import { ShiftPhones } from "../notices/ShiftPhones";
import { OfficeSearch } from "../offices/OfficeSearch";
import { useOfficeNames } from "../offices/useOfficeNames";
import { useActs } from "../server/Acts";
import type { Line } from "../server/answers";
import { keepsLines, plansRosters } from "../sign-in/session";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { DraftEditor } from "./DraftEditor";
import { LeaveForm } from "./LeaveForm";
import { usualLine } from "./lines";
import { RosterCalendar } from "./RosterCalendar";
import { ShiftOffers } from "./ShiftOffers";
import { WouldRing } from "./WouldRing";

const nobodys: string[] = [];

/** Who keeps a line, week by week; changed beside the plan by whoever may, and planned by its lead. The place is in the address. */
export const RosterPage = () => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { error, forgive } = useActs();
  const [place, goTo] = useSearchParams();
  const me = useQuery({ queryKey: ["me", session.token], queryFn: server.me });
  const own = me.data?.units ?? nobodys;
  const unit = place.get("office") ?? own[0] ?? null;
  const nameOf = useOfficeNames(server, unit === null ? nobodys : [unit]);
  const lines = useSnapshot(["lines", unit ?? ""], () => server.lines(unit ?? ""), { enabled: unit !== null });
  const line = lines.data?.find((one) => one.id === place.get("line")) ?? usualLine(lines.data ?? []);
  const go = (change: Record<string, string>) => goTo((before) => ({ ...Object.fromEntries(before), ...change }));

  return (
    <div className="stack">
      <ConnectionNotice />
      <section className="card">
        <Heading level="2" size="medium">
          {unit === null ? words("page.roster") : words("rosterOf", { office: nameOf(unit) })}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("rosterWhy")}
        </BodyShort>
        <div className="bar">
          <OfficeSearch label={words("findOffice")} choose={(chosen) => chosen.office && go({ office: chosen.office.unit, line: "" })} />
          {lines.data && lines.data.length > 1 && line && <LineChoice lines={lines.data} line={line} choose={(id) => go({ line: id })} />}
        </div>
      </section>
      {error && <Failure error={error} close={forgive} />}
      {lines.error && <Failure error={lines.error} />}
      {unit && <OpenNotices unit={unit} />}
      {line && unit && <OneLine key={line.id} unit={unit} line={line} isMine={!own.length || own.includes(unit)} tab={place.get("tab") ?? "stands"} open={(tab) => go({ tab })} />}
    </div>
  );
};

const LineChoice = ({ lines, line, choose }: { lines: Line[]; line: Line; choose: (id: string) => void }) => {
  const { words } = useWords();
  return (
    <Select size="small" label={words("dutyPhone")} value={line.id} onChange={(event) => choose(event.target.value)}>
      {lines.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name} ({one.targetGroup ?? words("generalLine")})
        </option>
      ))}
    </Select>
  );
};

type LineProps = { unit: string; line: Line; isMine: boolean; tab: string; open: (tab: string) => void };

const OneLine = ({ unit, line, isMine, tab, open }: LineProps) => {
  const { words } = useWords();
  const { session } = useLive();
  const mayPlan = isMine && plansRosters(session.role);
  const maySeePeople = isMine && keepsLines(session.role);
  const isThere = tab === "ring" || (tab === "draft" && mayPlan) || (tab === "people" && maySeePeople);
  return (
    <Tabs value={isThere ? tab : "stands"} onChange={open}>
      <Tabs.List>
        <Tabs.Tab value="stands" label={words("rosterStands")} />
        <Tabs.Tab value="ring" label={words("wouldRing")} />
        {maySeePeople && <Tabs.Tab value="people" label={words("people")} />}
        {mayPlan && <Tabs.Tab value="draft" label={words("rosterDraft")} />}
      </Tabs.List>
      <Tabs.Panel value="stands" className="panel">
        <div className="stack">
          <ShiftOffers line={line.id} isMine={isMine} />
          <RosterCalendar line={line.id} isMine={isMine} />
          {isMine && <ShiftPhones unit={unit} line={line.id} />}
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="ring" className="panel">
        <WouldRing line={line.id} />
      </Tabs.Panel>
      {maySeePeople && (
        <Tabs.Panel value="people" className="panel">
          <People line={line.id} />
        </Tabs.Panel>
      )}
      {mayPlan && (
        <Tabs.Panel value="draft" className="panel">
          <DraftEditor line={line.id} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
};

const People = ({ line }: { line: string }) => {
  const { server } = useLive();
  const now = useNow();
  const [from] = useState(now);
  const roster = useSnapshot(["roster", line, "people"], () => server.roster(line, from, from + 86_400_000));
  if (!roster.data) return null;
  return (
    <div className="stack">
      <LeaveForm line={line} colleagues={roster.data.colleagues} />
      <Phones colleagues={roster.data.colleagues} />
    </div>
  );
};
