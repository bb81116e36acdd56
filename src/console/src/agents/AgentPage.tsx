import { Loader } from "@navikt/ds-react";
import { useEffect, useRef, useState } from "react";
import { CallPanel } from "../calls/CallPanel";
import { KeysDialog } from "../keys/KeysDialog";
import { useSnapshot, useLive } from "../live/Live";
import { useHeartbeat } from "../live/useHeartbeat";
import { AnnouncedNow } from "../menus/AnnouncedNow";
import { QueuePanel } from "../queue/QueuePanel";
import type { Desk, Person } from "../server/answers";
import { isClimbing } from "../transfers/verbs";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { NowStrip } from "./NowStrip";
import { PresenceBar } from "./PresenceBar";
import { SoftphoneBar } from "./SoftphoneBar";
import { useSoftphone } from "./useSoftphone";
import { useRingtone } from "./useRingtone";
import { CodeChoice } from "./CodeChoice";

// That a telephone begins to ring, and that somebody comes into the room, is in no event.
const restless = ({ call }: Desk): boolean => call !== null && (isClimbing(call) || call.thirdParties.some((one) => one.state === "Ringing"));

/** A contact-centre agent's page for a whole call: the queue, the caller, the transfer, and what is happening now. */
export const AgentPage = ({ agent }: { agent: Person }) => {
  const { server, session } = useLive();
  const { words } = useWords();
  const desk = useSnapshot(["desk", agent.id], () => server.desk(agent.id), { restless });
  const alive = useHeartbeat(agent.id, session.token);
  if (desk.data === undefined) return desk.error ? <Failure error={desk.error} /> : <Loader title={words("loading")} />;
  return <AtDesk desk={desk.data} alive={alive} />;
};

const AtDesk = ({ desk, alive }: { desk: Desk; alive: boolean }) => {
  const { words } = useWords();
  const [showsKeys, showKeys] = useState(false);
  const call = desk.call;
  const rings = call?.agentPlace === "Rung";
  const work = useFocusOn(call?.id ?? null);
  useTitle(rings);
  useRingtone(rings);
  const softphone = useSoftphone(desk.agent.id, desk.station.kind === "Softphone");
  return (
    <div className="desk">
      <NowStrip desk={desk} alive={alive} />
      <PresenceBar desk={desk} showKeys={() => showKeys(true)} />
      <SoftphoneBar softphone={softphone} rings={rings} />
      <AnnouncedNow />
      <div ref={work} tabIndex={-1} className="work" role="group" aria-label={words(call === null ? "queue" : "caller")}>
        {call === null && <CodeChoice desk={desk} />}
        {call === null ? <QueuePanel desk={desk} /> : <CallPanel key={call.id} desk={desk} call={call} />}
      </div>
      {showsKeys && <KeysDialog close={() => showKeys(false)} />}
    </div>
  );
};

/** When a call comes or goes, the keyboard's place is at the work, and not on a button that is no more. */
const useFocusOn = (call: string | null) => {
  const work = useRef<HTMLDivElement>(null);
  const before = useRef(call);
  useEffect(() => {
    if (before.current === call) return;
    before.current = call;
    work.current?.focus({ preventScroll: true });
  }, [call]);
  return work;
};

/** A page in the background shows in its tab that a call has come. */
const useTitle = (rings: boolean) => {
  const { words } = useWords();
  const title = rings ? words("titleRings") : words("title");
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = words("title");
    };
  }, [title, words]);
};
