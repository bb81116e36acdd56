import { BodyShort, Heading } from "@navikt/ds-react";
import { useLive, useNow } from "../live/Live";
import { useOfficeNames } from "../offices/useOfficeNames";
import type { DeskCall, LadderRung, Transfer } from "../server/answers";
import { useWords } from "../words/useWords";
import { secondsLeft, standingOf } from "./ladder";
import { LadderPersonRow } from "./LadderPersonRow";
import { transferOf } from "./verbs";

/** The ladder as it is climbed: each rung, who rings, how long yet, and how it went for those who were rung. */
export const TransferPanel = ({ call, transfer }: { call: DeskCall; transfer: Transfer }) => {
  const { words, told } = useWords();
  const { server } = useLive();
  const nameOf = useOfficeNames(server, [transfer.unit]);
  const goesOn = transferOf(call) !== null;
  return (
    <section className="card" aria-labelledby="transfer">
      <Heading id="transfer" level="2" size="small">
        {words(goesOn ? "transferTo" : "lastTransferTo", { office: nameOf(transfer.unit) })}
      </Heading>
      {!goesOn && <BodyShort className="quiet">{told(`transfer.${transfer.state}`)}</BodyShort>}
      {transfer.waitingForPhone && <BodyShort weight="semibold">{words("firstInLine")}</BodyShort>}
      <ol className="ladder">
        {transfer.ladder.map((rung, index) => (
          <Rung key={`${rung.rung} ${index}`} rung={rung} transfer={transfer} />
        ))}
      </ol>
    </section>
  );
};

const Rung = ({ rung, transfer }: { rung: LadderRung; transfer: Transfer }) => {
  const { words, told } = useWords();
  const underWay = rung.people.some((person) => standingOf(person.state) === "underWay");
  const next = !underWay && transfer.nextRung === rung.rung && rung.people.every((person) => person.state === "Next");
  return (
    <li className={`rung ${underWay ? "rung-now" : ""}`} aria-current={underWay ? "step" : undefined}>
      <div className="rung-name">
        <strong>{told(rung.rung)}</strong>
        <span className="quiet">
          {words(rung.together ? "ringsTogether" : "ringsFor", { seconds: rung.ringSeconds })}
          {next && ` · ${words("nextUp")}`}
        </span>
      </div>
      <ul>
        {rung.people.map((person, index) => (
          <LadderPersonRow key={`${person.name} ${index}`} person={person} />
        ))}
        {rung.people.length === 0 && <li className="quiet">{words("emptyRung")}</li>}
      </ul>
      {underWay && <Countdown transfer={transfer} rung={rung} />}
    </li>
  );
};

/** A bar that empties; the seconds in figures are the truth. Hidden from the screen reader, which has the line at the top. */
const Countdown = ({ transfer, rung }: { transfer: Transfer; rung: LadderRung }) => {
  const now = useNow();
  const left = secondsLeft(transfer, now);
  if (left === null) return null;
  return (
    <div className="countdown" aria-hidden>
      <span className="countdown-bar">
        <span style={{ width: `${Math.min(1, left / rung.ringSeconds) * 100}%` }} />
      </span>
      <span className="numbers">{left} s</span>
    </div>
  );
};
