import { Alert, BodyShort, Heading, Loader } from "@navikt/ds-react";
import { type ReactNode, useState } from "react";
import { Callbacks } from "../callbacks/Callbacks";
import { OngoingCalls } from "../calls/OngoingCalls";
import { ongoing } from "../calls/ongoing";
import { StoryDialog } from "../calls/StoryDialog";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { type Filter, unitsOf, within } from "../offices/filter";
import { OfficeFilter } from "../offices/OfficeFilter";
import { useOfficeNames } from "../offices/useOfficeNames";
import type { Callback, CallSummary, Flag } from "../server/answers";
import { seesFlags } from "../sign-in/session";
import { useWords } from "../words/useWords";
import { Failure } from "./Failure";
import { Flags } from "./Flags";
import { isUnanswered } from "./flag";

const noCalls: CallSummary[] = [];
const noFlags: Flag[] = [];
const noCallbacks: Callback[] = [];

/** What goes on, what went unanswered and what was promised: one office's, or everybody's. */
export const SupervisionPage = () => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { role } = session;
  const [filter, setFilter] = useState<Filter>("all");
  const [shown, setShown] = useState<string | null>(null);

  const flags = useSnapshot(["flags"], async () => (await server.flags()).filter(isUnanswered), { enabled: seesFlags(role) });
  const callbacks = useSnapshot(["callbacks"], server.callbacks);
  const calls = useSnapshot(["calls"], server.calls);
  const goingOn = ongoing(calls.data ?? noCalls);
  const units = unitsOf(flags.data ?? noFlags, callbacks.data ?? noCallbacks, goingOn);
  const nameOf = useOfficeNames(server, units);
  const officeOf = (unit: string | null) => (unit === null ? words("contactCentre") : nameOf(unit));

  const flagsHere = within(filter, flags.data ?? noFlags);
  const callbacksHere = within(filter, callbacks.data ?? noCallbacks);
  const callsHere = within(filter, goingOn);
  const overdue = callbacksHere.filter((owed) => owed.overdue).length;

  return (
    <div className="stack">
      <ConnectionNotice />
      <Alert variant="info" size="small" inline>
        {words("example")}
      </Alert>
      <div className="bar">
        <div>
          <BodyShort>
            {words("summary", { flags: seesFlags(role) ? flagsHere.length : "–", callbacks: callbacksHere.length, overdue })}
          </BodyShort>
          <BodyShort size="small" className="quiet">
            {words("refreshed")}
          </BodyShort>
        </div>
        <OfficeFilter filter={filter} choose={setFilter} units={units} nameOf={nameOf} />
      </div>
      <List title={words("calls")} why={words("callsWhy")} pending={calls.isPending} error={calls.error}>
        <OngoingCalls calls={callsHere} officeOf={officeOf} show={setShown} />
      </List>
      <List title={words("callbacks")} why={words("callbacksWhy")} pending={callbacks.isPending} error={callbacks.error}>
        <Callbacks callbacks={callbacksHere} officeOf={officeOf} show={setShown} />
      </List>
      <List title={words("flags")} why={words("flagsWhy")} pending={flags.isLoading} error={flags.error}>
        {seesFlags(role) ? (
          <Flags flags={flagsHere} officeOf={officeOf} show={setShown} />
        ) : (
          <BodyShort>{words("flagsNotForRole")}</BodyShort>
        )}
      </List>
      {shown !== null && <StoryDialog call={shown} close={() => setShown(null)} />}
    </div>
  );
};

type ListProps = { title: string; why: string; pending: boolean; error: Error | null; children: ReactNode };

const List = ({ title, why, pending, error, children }: ListProps) => {
  const { words } = useWords();
  return (
    <section className="card">
      <Heading level="2" size="medium">
        {title}
      </Heading>
      <BodyShort spacing className="quiet">
        {why}
      </BodyShort>
      {error && <Failure error={error} />}
      {pending ? <Loader title={words("loading")} /> : children}
    </section>
  );
};
