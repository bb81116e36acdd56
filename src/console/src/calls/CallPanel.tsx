import { Alert, BodyShort, Heading } from "@navikt/ds-react";
import { useState } from "react";
import { CallbackList } from "./CallbackList";
import { lasting } from "../clock";
import { LinePanel } from "../rosters/LinePanel";
import { QueueNumbers } from "../queue/QueuePanel";
import { LanguageTag, NeedsTags, UrgencyTag } from "../queue/Tags";
import type { Desk, DeskCall } from "../server/answers";
import { TransferPanel } from "../transfers/TransferPanel";
import { transferOf } from "../transfers/verbs";
import { VerbBar } from "../transfers/VerbBar";
import { useWords } from "../words/useWords";
import { NoteForm } from "./NoteForm";
import { NeedsForm } from "./NeedsForm";
import { PlaceForm } from "./PlaceForm";
import { UrgencyForm } from "./UrgencyForm";
import { StoryDialog } from "./StoryDialog";

/** One call as its agent has it: what can be done now, the caller, and the office's duty phone. */
export const CallPanel = ({ desk, call }: { desk: Desk; call: DeskCall }) => {
  const [line, chooseLine] = useState<string | null>(null);
  return (
    <div className="call">
      <VerbBar call={call} line={line} />
      <div className={transferOf(call) === null ? "columns" : "columns columns-transfer"}>
        <Caller call={call} />
        <div className="stack">
          <CallbackList call={call} />
          {call.transfer !== null && <TransferPanel call={call} transfer={call.transfer} />}
          {call.office !== null && transferOf(call) === null && (
            <LinePanel key={call.office.unit} office={call.office} line={line} choose={chooseLine} />
          )}
          <NoteForm call={call} />
          <QueueBehind desk={desk} />
        </div>
      </div>
    </div>
  );
};

const Caller = ({ call }: { call: DeskCall }) => {
  const { words } = useWords();
  const [story, tell] = useState(false);
  return (
    <section className="card caller" aria-labelledby="caller">
      <div className="bar">
        <Heading id="caller" level="2" size="medium">
          {words("caller")}
        </Heading>
        <span className="tags">
          <UrgencyTag urgency={call.urgency} />
          <LanguageTag language={call.language} />
          <NeedsTags needs={call.needs} />
        </span>
      </div>
      {(call.agentPlace === "Rung" || call.isCallback) && (
        <BodyShort size="small" className="quiet">
          {call.agentPlace === "Rung" && words("waitedBefore", { time: lasting(call.waitedSeconds) })}
          {call.isCallback && ` ${words("keptPlace")}.`}
        </BodyShort>
      )}
      {call.mayHaveCallback && (
        <Alert variant="info" size="small">
          {words("mayHaveCallback")}
        </Alert>
      )}
      <PlaceForm call={call} />
      <UrgencyForm call={call} />
      <NeedsForm call={call} />
      <button type="button" className="aksel-link plain" onClick={() => tell(true)}>
        {words("showStory")}
      </button>
      {story && <StoryDialog call={call.id} close={() => tell(false)} />}
    </section>
  );
};

/** While one talks, the queue is one line: who takes the next must first be free. */
const QueueBehind = ({ desk }: { desk: Desk }) => {
  const { words } = useWords();
  return (
    <section className="card quiet-card" aria-label={words("queue")}>
      <QueueNumbers queue={desk.queue} />
    </section>
  );
};
