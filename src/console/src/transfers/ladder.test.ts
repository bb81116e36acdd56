import { expect, test } from "vitest";
import { aTransfer } from "../../dev/examples";
import { accepted, findingRoom, listening, ringing, secondsLeft, standingOf } from "./ladder";

const now = Date.parse("2026-11-23T10:00:00Z");

test("seconds left are counted from the server's time, and never below zero", () => {
  expect(secondsLeft(aTransfer({ ringingUntil: "2026-11-23T10:00:14Z" }), now)).toBe(14);
  expect(secondsLeft(aTransfer({ ringingUntil: "2026-11-23T09:59:40Z" }), now)).toBe(0);
  expect(secondsLeft(aTransfer({ ringingUntil: null }), now)).toBeNull();
});

test("people are found by how they stand, on whatever rung", () => {
  const transfer = aTransfer({
    ladder: [
      { rung: "primary", together: false, ringSeconds: 20, people: [{ name: "Kari", state: "FindingRoom" }] },
      { rung: "backup", together: true, ringSeconds: 20, people: [{ name: "Ola", state: "Ringing" }, { name: "Siv", state: "Listening" }, { name: "Per", state: "Accepted" }] },
    ],
  });
  expect([ringing, listening, findingRoom, accepted].map((who) => who(transfer).map((person) => person.name))).toEqual([["Ola"], ["Siv"], ["Kari"], ["Per"]]);
});

test("what is neither ahead nor under way is past, however it ended", () => {
  expect(["Next", "Ringing", "Accepted", "NoAnswer", "Skipped"].map(standingOf)).toEqual(["next", "underWay", "accepted", "past", "past"]);
});
