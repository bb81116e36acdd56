import { secondsUntil } from "../clock";
import type { LadderPerson, Transfer } from "../server/answers";

/** Seconds until the present ring ends, never below zero; null while nobody is rung. */
export const secondsLeft = (transfer: Pick<Transfer, "ringingUntil">, now: number): number | null =>
  transfer.ringingUntil === null ? null : Math.max(0, secondsUntil(transfer.ringingUntil, now));

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
