import { Alert, BodyShort, Heading, Loader } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Callbacks } from "../callbacks/Callbacks";
import { StoryDialog } from "../calls/StoryDialog";
import { type Filter, unitsOf, within } from "../offices/filter";
import { OfficeFilter } from "../offices/OfficeFilter";
import { useOfficeNames } from "../offices/useOfficeNames";
import { type Callback, type Flag, serverFor } from "../server";
import { type Role, seesFlags } from "../sign-in/session";
import { useWords } from "../words/useWords";
import { Failure } from "./Failure";
import { Flags } from "./Flags";

const refetchInterval = 5_000;
const noFlags: Flag[] = [];
const noCallbacks: Callback[] = [];

/** What went unanswered and what was promised: one office's, or everybody's. */
export const SupervisionPage = ({ role }: { role: Role }) => {
  const { words } = useWords();
  const server = useMemo(() => serverFor(role), [role]);
  const [filter, setFilter] = useState<Filter>("all");
  const [shown, setShown] = useState<string | null>(null);

  const flags = useQuery({ queryKey: ["flags", role], queryFn: server.flags, refetchInterval, enabled: seesFlags(role) });
  const callbacks = useQuery({ queryKey: ["callbacks", role], queryFn: server.callbacks, refetchInterval });
  const units = unitsOf(flags.data ?? noFlags, callbacks.data ?? noCallbacks);
  const nameOf = useOfficeNames(server, units);
  const officeOf = (unit: string | null) => (unit === null ? words("contactCentre") : nameOf(unit));

  const flagsHere = within(filter, flags.data ?? noFlags);
  const callbacksHere = within(filter, callbacks.data ?? noCallbacks);
  const overdue = callbacksHere.filter((owed) => owed.overdue).length;

  return (
    <div className="stack">
      <Alert variant="info" size="small" inline>
        {words("example")}
      </Alert>
      <div className="bar">
        <div>
          <BodyShort role="status">
            {words("summary", { flags: seesFlags(role) ? flagsHere.length : "–", callbacks: callbacksHere.length, overdue })}
          </BodyShort>
          <BodyShort size="small" className="quiet">
            {words("refreshed")}
          </BodyShort>
        </div>
        <OfficeFilter filter={filter} choose={setFilter} units={units} nameOf={nameOf} />
      </div>
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
      {shown !== null && <StoryDialog server={server} call={shown} close={() => setShown(null)} />}
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
