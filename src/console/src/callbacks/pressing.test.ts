import { expect, test } from "vitest";
import { isRinging, mostPressingFirst, outcomesOf, theirs } from "./pressing";

const owed = (id: string, dueAt: string, overdue = false, urgent = false) => ({ id, dueAt, overdue, urgent });

test("overdue first, then urgent, then by deadline", () => {
  const callbacks = [
    owed("late next week", "2026-11-30T10:00:00Z"),
    owed("urgent", "2026-11-23T14:00:00Z", false, true),
    owed("overdue", "2026-11-20T10:00:00Z", true),
    owed("tomorrow", "2026-11-24T11:00:00+01:00"),
  ];
  expect(mostPressingFirst(callbacks).map((one) => one.id)).toEqual(["overdue", "urgent", "tomorrow", "late next week"]);
});

test("what came in is left as it was", () => {
  const callbacks = [owed("b", "2026-11-24T10:00:00Z"), owed("a", "2026-11-23T10:00:00Z")];
  mostPressingFirst(callbacks);
  expect(callbacks[0]?.id).toBe("b");
});

test("an agent keeps the contact centre's promises, an officer the office's", () => {
  const callbacks = [{ unit: null }, { unit: "0233" }];
  expect(theirs(callbacks, "agent")).toEqual([{ unit: null }]);
  expect(theirs(callbacks, "officer")).toEqual(callbacks);
});

test("who was reached is not said to be not reached", () => {
  expect(outcomesOf({ state: "open" })).toContain("NotReached");
  expect(outcomesOf({ state: "settled" })).not.toContain("NotReached");
});

test("it rings while a try has not ended", () => {
  const tried = { number: 1, officer: "Kari", byHand: false, beganAt: "2026-11-23T10:00:00Z", endedAt: "2026-11-23T10:01:00Z", result: "not reached" };
  expect(isRinging({ attempts: [tried] })).toBe(false);
  expect(isRinging({ attempts: [tried, { ...tried, number: 2, endedAt: null, result: null }] })).toBe(true);
});
