import { CheckmarkCircleFillIcon } from "@navikt/aksel-icons";
import { dayAndTime } from "../clock";
import { useLive } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";

/** What this caller has been promised, to be said aloud: who rings, and by when. */
export const CallbackList = ({ call }: { call: DeskCall }) => {
  const { words, language } = useWords();
  const { server } = useLive();
  const nameOf = useOfficeNames(server, [...new Set(call.callbacks.flatMap((owed) => owed.unit ?? []))]);
  if (call.callbacks.length === 0) return null;
  return (
    <section className="card promised" aria-label={words("promised")}>
      {call.callbacks.map((owed) => (
        <p key={owed.id}>
          <CheckmarkCircleFillIcon aria-hidden />{" "}
          {words("promisedBy", { office: owed.unit === null ? words("contactCentre") : nameOf(owed.unit), when: dayAndTime(owed.dueAt, language) })}
        </p>
      ))}
    </section>
  );
};
