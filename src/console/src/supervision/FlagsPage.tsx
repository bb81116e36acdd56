import { BodyShort, Button, Heading, Loader, Select } from "@navikt/ds-react";
import { useState } from "react";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import type { Flag, FlagKind, FlagState } from "../server/answers";
import { useWords } from "../words/useWords";
import { Failure } from "./Failure";
import { FlagDialog } from "./FlagDialog";
import { FlagTable } from "./FlagTable";
import { kinds, states } from "./flag";

const page = 50;
const most = 500;
const none: Flag[] = [];

/** Everything that was flagged, of every kind: what somebody waits for first. */
export const FlagsPage = () => {
  const { words } = useWords();
  const { server } = useLive();
  const [kind, chooseKind] = useState<FlagKind | "">("");
  const [state, chooseState] = useState<FlagState | "">("");
  const [unit, chooseUnit] = useState("");
  const [count, show] = useState(page);
  const [opened, open] = useState<string | null>(null);
  const asked = { ...(kind && { kind }), ...(state && { state }), ...(unit && { unit }), count };
  const flags = useSnapshot(["flags", kind, state, unit, String(count)], () => server.someFlags(asked));
  const found = flags.data ?? none;
  const units = useUnits(found);
  const nameOf = useOfficeNames(server, units);
  const officeOf = (of: string | null) => (of === null ? words("contactCentre") : nameOf(of));
  return (
    <div className="stack">
      <ConnectionNotice />
      <section className="card">
        <Heading level="2" size="medium">
          {words("page.flags")}
        </Heading>
        <BodyShort spacing className="quiet">
          {words("allFlagsWhy")}
        </BodyShort>
        <div className="choices flag-filter">
          <Select size="small" label={words("flagKind")} value={kind} onChange={(event) => chooseKind(event.target.value as FlagKind | "")}>
            <option value="">{words("every")}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {words(`flag.${one}`)}
              </option>
            ))}
          </Select>
          <Select size="small" label={words("status")} value={state} onChange={(event) => chooseState(event.target.value as FlagState | "")}>
            <option value="">{words("every")}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {words(`flagState.${one}`)}
              </option>
            ))}
          </Select>
          <Select size="small" label={words("office")} value={unit} onChange={(event) => chooseUnit(event.target.value)}>
            <option value="">{words("allOffices")}</option>
            {units.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
        </div>
        {flags.error && <Failure error={flags.error} />}
        {flags.isPending ? <Loader title={words("loading")} /> : <FlagTable flags={found} officeOf={officeOf} open={open} />}
        {found.length === count && count < most && (
          <Button size="small" variant="secondary" onClick={() => show(Math.min(most, count + page))}>
            {words("showMore")}
          </Button>
        )}
      </section>
      {opened !== null && <FlagDialog id={opened} officeOf={officeOf} close={() => open(null)} />}
    </div>
  );
};

/** Offices that have been seen in the list, also while it is filtered to one of them. */
const useUnits = (found: Flag[]): string[] => {
  const [seen, see] = useState<string[]>([]);
  const fresh = [...new Set(found.flatMap((flag) => flag.unit ?? []))].filter((unit) => !seen.includes(unit));
  if (fresh.length > 0) see([...seen, ...fresh].sort());
  return seen;
};
