import { expect, test } from "vitest";
import { anAttempt, aTransfer } from "../../dev/examples";
import { accepted, findingRoom, listening, ringing, secondsLeft, standingOf } from "./ladder";

const now = Date.parse("2026-11-23T10:00:00Z");

test("seconds left are counted from when the telephone began to ring, and never below zero", () => {
  const rings = (rangAt: string) => aTransfer({ attempts: [anAttempt({ phase: "Ringing", rangAt })], ringingUntil: "2026-11-23T10:00:21Z" });
  expect(secondsLeft(rings("2026-11-23T09:59:54Z"), now)).toBe(14);
  expect(secondsLeft(rings("2026-11-23T09:59:20Z"), now)).toBe(0);
});

test("who only hears who calls has until the server says, and what is only dialled has no seconds yet", () => {
  const ringingUntil = "2026-11-23T10:00:09Z";
  expect(secondsLeft(aTransfer({ attempts: [anAttempt({ phase: "Listening" })], ringingUntil }), now)).toBe(9);
  expect(secondsLeft(aTransfer({ attempts: [anAttempt({ phase: "Dialling" })], ringingUntil }), now)).toBeNull();
  expect(secondsLeft(aTransfer({ attempts: [anAttempt({ phase: "Ended" })], ringingUntil: null }), now)).toBeNull();
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
