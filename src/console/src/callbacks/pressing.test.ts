import { expect, test } from "vitest";
import { mostPressingFirst } from "./pressing";

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
