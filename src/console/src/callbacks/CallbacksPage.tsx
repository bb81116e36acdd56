import { BodyShort, Heading, Loader } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import { useActs } from "../server/Acts";
import type { Callback } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { CallbackCard } from "./CallbackCard";
import { OutcomeChoice } from "./OutcomeChoice";
import { mostPressingFirst, theirs } from "./pressing";

const none: Callback[] = [];

/** Whom to ring, the most pressing first, and what became of those who were reached. */
export const CallbacksPage = () => {
  const { words } = useWords();
  const { server, session } = useLive();
  const { error, forgive } = useActs();
  const open = useSnapshot(["callbacks"], server.callbacks);
  const reached = useSnapshot(["callbacks", "awaiting outcome"], server.awaitingOutcome);
  const nameOf = useOfficeNames(server, [...new Set([...(open.data ?? none), ...(reached.data ?? none)].flatMap((owed) => owed.unit ?? []))]);
  const officeOf = (unit: string | null) => (unit === null ? words("contactCentre") : nameOf(unit));
  const toRing = mostPressingFirst(theirs(open.data ?? none, session.role));
  return (
    <div className="stack">
      <ConnectionNotice />
      {error && <Failure error={error} close={forgive} />}
      {(reached.data ?? none).length > 0 && (
        <Section title={words("howDidItGo")} why={words("howDidItGoWhy")}>
          <ul className="callbacks">
            {(reached.data ?? none).map((owed) => (
              <li key={owed.id} className="card">
                <BodyShort>{words("reachedBy", { name: owed.attempts.at(-1)?.officer ?? "", office: officeOf(owed.unit) })}</BodyShort>
                <OutcomeChoice owed={owed} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words("page.callbacks")} why={words("callbacksWhy")}>
        {open.error && <Failure error={open.error} />}
        {open.isPending ? (
          <Loader title={words("loading")} />
        ) : toRing.length === 0 ? (
          <BodyShort>{words("noCallbacks")}</BodyShort>
        ) : (
          <ul className="callbacks">
            {toRing.map((owed) => (
              <CallbackCard key={owed.id} owed={owed} office={officeOf(owed.unit)} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
};

const Section = ({ title, why, children }: { title: string; why: string; children: ReactNode }) => (
  <section>
    <Heading level="2" size="medium">
      {title}
    </Heading>
    <BodyShort spacing className="quiet">
      {why}
    </BodyShort>
    {children}
  </section>
);
