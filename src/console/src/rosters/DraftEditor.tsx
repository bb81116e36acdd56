import { Alert, BodyShort, Button, Heading, Loader } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayAndTime, plusDays, startOf } from "../clock";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Draft, LineRoster, RosterDraft } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { CalendarTools } from "./CalendarTools";
import { DraftTrial } from "./DraftTrial";
import { FallbackChoice } from "./FallbackChoice";
import { ImportFile } from "./ImportFile";
import { PublishPanel } from "./PublishPanel";
import { RosterDays } from "./RosterDays";
import { RuleList } from "./RuleList";
import { TurnusForm } from "./TurnusForm";
import { useCalendar } from "./useCalendar";
import { WeekGrid } from "./WeekGrid";
import { WorkList } from "./WorkList";

/** A lead's draft: drawn here, saved, looked at beside what stands, and published. */
export const DraftEditor = ({ line }: { line: string }) => {
  const { words } = useWords();
  const { server, session } = useLive();
  // Not a snapshot: what somebody else does must not change what is being written here.
  const draft = useQuery({ queryKey: ["draft", session.token, line], queryFn: () => server.draft(line), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  if (draft.isPending) return <Loader title={words("loading")} />;
  if (draft.error) return <Failure error={draft.error} />;
  return <Editing key={`${draft.data.version} ${draft.dataUpdatedAt}`} line={line} draft={draft.data} readAgain={() => draft.refetch()} />;
};

type EditingProps = { line: string; draft: Draft; readAgain: () => Promise<unknown> };

const Editing = ({ line, draft, readAgain }: EditingProps) => {
  const { words, language } = useWords();
  const { server, session } = useLive();
  const { act, doing } = useActs();
  const [roster, edit] = useState<RosterDraft>(draft.roster);
  const calendar = useCalendar();
  const [from, to] = [startOf(calendar.dates[0] ?? ""), startOf(plusDays(calendar.dates.at(-1) ?? "", 1))];
  const stands = useQuery({ queryKey: ["live", session.token, "roster", line, String(from), String(to)], queryFn: () => server.roster(line, from, to) });
  const drafted = useQuery({
    queryKey: ["drafted", session.token, line, draft.version, from, to],
    queryFn: () => server.drafted(line, from, to),
    enabled: draft.version > 0,
  });
  const isChanged = roster !== draft.roster;
  const save = async () => {
    if (await act("save draft", () => server.saveDraft(line, draft.version, roster))) await readAgain();
  };
  const colleagues = stands.data?.colleagues ?? [];
  return (
    <div className="stack">
      <section className="card" aria-labelledby="draft">
        <Heading id="draft" level="3" size="small">
          {words("rosterDraft")}
        </Heading>
        <BodyShort spacing className="quiet">
          {draft.version === 0 || !draft.editedAt ? words("draftFresh") : words("draftBy", { name: draft.editedBy ?? "", when: dayAndTime(draft.editedAt, language) })}
        </BodyShort>
        <TurnusForm roster={roster} colleagues={colleagues} edit={edit} />
        <WeekGrid roster={roster} colleagues={colleagues} edit={edit} />
        <ImportFile line={line} version={draft.version} taken={readAgain} />
        <RuleList roster={roster} colleagues={colleagues} edit={edit} />
        <FallbackChoice roster={roster} colleagues={colleagues} edit={edit} />
        <div className="choices draft-save">
          <Button size="small" disabled={!isChanged} loading={doing === "save draft"} onClick={save}>
            {words("saveDraft")}
          </Button>
          <Button size="small" variant="secondary" onClick={() => readAgain().then(() => edit(draft.roster))}>
            {words("readDraftAgain")}
          </Button>
          {isChanged && (
            <Alert size="small" variant="warning" inline>
              {words("draftUnsaved")}
            </Alert>
          )}
        </div>
      </section>
      <section className="card" aria-labelledby="beside">
        <Heading id="beside" level="3" size="small" spacing>
          {words("draftBeside")}
        </Heading>
        <CalendarTools {...calendar} />
        <div className="beside">
          <Side title={words("rosterStands")} roster={stands.data} dates={calendar.dates} view={calendar.view} />
          <Side title={words("rosterDraft")} roster={drafted.data} dates={calendar.dates} view={calendar.view} empty={words("draftNotSaved")} />
        </div>
      </section>
      <DraftTrial line={line} />
      {draft.version > 0 && <PublishPanel line={line} colleagues={colleagues} isSaved={!isChanged} published={readAgain} />}
    </div>
  );
};

type SideProps = { title: string; roster: LineRoster | undefined; dates: string[]; view: "week" | "month"; empty?: string };

const Side = ({ title, roster, dates, view, empty }: SideProps) => (
  <div>
    <h4 className="side">{title}</h4>
    {roster ? (
      <>
        <RosterDays roster={roster} dates={dates} view={view} />
        <WorkList roster={roster} />
      </>
    ) : (
      <BodyShort className="quiet">{empty}</BodyShort>
    )}
  </div>
);
