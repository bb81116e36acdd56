import { BodyShort, Heading } from "@navikt/ds-react";
import { lasting } from "../clock";
import { KeyButton } from "../keys/KeyButton";
import { useLive, useSnapshot } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import { useActs } from "../server/Acts";
import type { Desk, QueueState, Waiting } from "../server/answers";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { QueueList } from "./QueueList";
import { useWaited } from "./useWaited";

const nobody: Waiting[] = [];

/** Who waits for an agent; take the next, or one that is chosen. */
export const QueuePanel = ({ desk }: { desk: Desk }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const queue = useSnapshot(["queue"], server.queue);
  const waiting = queue.data ?? nobody;
  const waited = useWaited(queue.dataUpdatedAt);
  const nameOf = useOfficeNames(server, [...new Set(waiting.flatMap((one) => one.unit ?? []))]);
  const agent = desk.agent.id;
  const mayTake = desk.presence.state === "Ready" || desk.presence.state === "WrapUp";
  const free = mayTake && waiting.some((one) => one.takenBy === null);
  return (
    <section className="card" aria-labelledby="queue">
      <div className="bar">
        <div>
          <Heading id="queue" level="2" size="medium">
            {words("queue")}
          </Heading>
          <QueueNumbers queue={desk.queue} />
        </div>
        <KeyButton shortcut="takeNext" may={free} loading={doing === "take"} press={() => act("take", () => server.takeNext(agent))}>
          {words("takeNext")}
        </KeyButton>
      </div>
      {queue.error && <Failure error={queue.error} />}
      {queue.isSuccess && waiting.length === 0 && <BodyShort className="empty">{words("queueEmpty")}</BodyShort>}
      <QueueList
        waiting={waiting}
        waited={waited}
        officeOf={(unit) => (unit === null ? words("unknownOffice") : nameOf(unit))}
        take={mayTake && doing === null ? (call) => act("take", () => server.take(call, agent)) : null}
      />
    </section>
  );
};

/** The queue in one line of figures. */
export const QueueNumbers = ({ queue }: { queue: QueueState }) => {
  const { words } = useWords();
  const expected = queue.expectedWaitSeconds === null ? "–" : lasting(queue.expectedWaitSeconds);
  return (
    <BodyShort size="small" className="quiet">
      {words("queueNumbers", { waiting: queue.waiting, urgent: queue.urgent, expected, ready: queue.ready, talking: queue.talking })}
      {queue.overloaded && queue.waiting > 0 && <strong> {words("overloaded")}</strong>}
    </BodyShort>
  );
};
