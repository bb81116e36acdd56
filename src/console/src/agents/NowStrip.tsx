import {
  BellFillIcon,
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  PersonHeadsetIcon,
  PhoneFillIcon,
} from "@navikt/aksel-icons";
import { lasting, secondsSince } from "../clock";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useNow } from "../live/Live";
import type { Desk } from "../server/answers";
import { useActs } from "../server/Acts";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { nowLine, type Tone } from "./nowLine";
import { read } from "./say";

const icons: Record<Tone, typeof BellFillIcon> = {
  calm: PersonHeadsetIcon,
  call: BellFillIcon,
  busy: PhoneFillIcon,
  good: CheckmarkCircleFillIcon,
  wrong: ExclamationmarkTriangleFillIcon,
};

/** Two regions that are always there, so that a screen reader notices what comes into them: one interrupts, one waits its turn. */
const ReadOut = ({ text, loud }: { text: string; loud: boolean }) => (
  <div className="unseen">
    <p role="alert">{loud ? text : ""}</p>
    <p role="status">{loud ? "" : text}</p>
  </div>
);

/** What is happening now, in one line that stays in sight. The line is read out when it changes; its seconds are not. */
export const NowStrip = ({ desk, alive }: { desk: Desk; alive: boolean }) => {
  const { words } = useWords();
  const { error, forgive } = useActs();
  const now = useNow();
  const { tone, says, after } = nowLine(desk, now);
  const Icon = icons[tone];
  return (
    <div className="now-holder">
      <div className={`now now-${tone}`}>
        <Icon aria-hidden className="now-icon" />
        <p className="now-line">
          <strong>{read(says, words)}</strong>{" "}
          {after.map((say) => (
            <span key={say.key} className="now-after">
              {read(say, words)}{" "}
            </span>
          ))}
        </p>
        {desk.call && (
          <span className="now-clock" role="timer" aria-label={words("inCallSince")}>
            {lasting(secondsSince(desk.call.since, now))}
          </span>
        )}
      </div>
      <ReadOut text={read(says, words)} loud={tone === "call" || tone === "wrong"} />
      <ConnectionNotice />
      {!alive && (
        <p className="connection-cut" role="alert">
          <ExclamationmarkTriangleFillIcon aria-hidden /> {words("heartbeatLost")}
        </p>
      )}
      {error && <Failure error={error} close={forgive} />}
    </div>
  );
};
