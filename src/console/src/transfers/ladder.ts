import type { LadderPerson, Transfer } from "../server/answers";

type Rings = Pick<Transfer, "ringingUntil" | "attempts" | "ladder">;

/**
 * When the ring ends, in milliseconds since 1970. A telephone that rings is counted from when it began to, as long as its rung rings
 * for; the server's own deadline comes some seconds later, in case nobody reports. Null while nothing rings: dialling is not that.
 */
const ringEnds = ({ ringingUntil, attempts, ladder }: Rings): number | null => {
  const rung = ladder.find((one) => one.people.some((person) => standingOf(person.state) === "underWay"));
  const began = attempts.filter((attempt) => attempt.phase === "Ringing").flatMap((attempt) => attempt.rangAt ?? []);
  if (rung !== undefined && began.length > 0) return Math.max(...began.map(Date.parse)) + rung.ringSeconds * 1000;
  const hears = attempts.some((attempt) => attempt.phase === "Listening");
  return hears && ringingUntil !== null ? Date.parse(ringingUntil) : null;
};

/** Seconds until the present ring ends, never below zero; null while nobody is rung. */
export const secondsLeft = (transfer: Rings, now: number): number | null => {
  const ends = ringEnds(transfer);
  return ends === null ? null : Math.max(0, Math.ceil((ends - now) / 1000));
};

const people = (transfer: Transfer): LadderPerson[] => transfer.ladder.flatMap((rung) => rung.people);

const named = (state: string) => (transfer: Transfer) => people(transfer).filter((person) => person.state === state);

/** Whose phone rings, who hears who calls, who has a minute to find a room, and who pressed 1. */
export const ringing = named("Ringing");
export const listening = named("Listening");
export const findingRoom = named("FindingRoom");
export const accepted = named("Accepted");

/** How a person on the ladder stands: still to come, under way, accepted, or past. */
export type Standing = "next" | "underWay" | "accepted" | "past";

export const standingOf = (state: string): Standing => {
  switch (state) {
    case "Next":
      return "next";
    case "Dialling":
    case "Ringing":
    case "Listening":
    case "FindingRoom":
      return "underWay";
    case "Accepted":
      return "accepted";
    default:
      return "past";
  }
};
