import { BodyShort, Button } from "@navikt/ds-react";
import { lasting } from "../clock";
import type { Waiting } from "../server/answers";
import { useWords } from "../words/useWords";
import { LanguageTag, NeedsTags, UrgencyTag } from "./Tags";

type Props = {
  waiting: Waiting[];
  waited: (one: Waiting) => number;
  officeOf: (unit: string | null) => string;
  /** Null where one may look but not take. */
  take: ((call: string) => void) | null;
};

/** Those who wait, in the order in which they will be served. */
export const QueueList = ({ waiting, waited, officeOf, take }: Props) => (
  <ol className="queue">
    {waiting.map((one) => (
      <li key={one.call} className={one.urgency === "Urgent" ? "urgent" : undefined}>
        <Caller one={one} waited={waited(one)} office={officeOf(one.unit)} />
        <Taking one={one} take={take} />
      </li>
    ))}
  </ol>
);

const Caller = ({ one, waited, office }: { one: Waiting; waited: number; office: string }) => {
  const { words } = useWords();
  return (
    <>
      <strong className="queue-position">{one.position}</strong>
      <span className="numbers queue-waited">
        <span className="unseen">{words("waited")} </span>
        {lasting(waited)}
      </span>
      <span className="tags">
        <UrgencyTag urgency={one.urgency} />
        <LanguageTag language={one.language} />
        <NeedsTags needs={one.needs} />
        {one.isCallback && <span className="quiet">{words("keptPlace")}</span>}
        {one.first && <span className="quiet">{words("first")}</span>}
      </span>
      <span className="queue-office">{office}</span>
    </>
  );
};

const Taking = ({ one, take }: { one: Waiting; take: Props["take"] }) => {
  const { words } = useWords();
  if (one.takenBy !== null) return <BodyShort size="small">{words("takenBy", { who: one.takenBy })}</BodyShort>;
  return (
    <Button size="small" variant="secondary" disabled={take === null} aria-label={words("takeNumber", { position: one.position })} onClick={() => take?.(one.call)}>
      {words("take")}
    </Button>
  );
};
