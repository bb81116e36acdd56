import { expect, test } from "vitest";
import { ongoing } from "./ongoing";

test("calls that have ended are not going on; the longest is first", () => {
  const calls = [
    { state: "WithAgent", startedAt: "2026-11-23T10:05:00Z" },
    { state: "Ended", startedAt: "2026-11-23T09:00:00Z" },
    { state: "InMenu", startedAt: "2026-11-23T10:01:00Z" },
  ];
  expect(ongoing(calls).map((call) => call.state)).toEqual(["InMenu", "WithAgent"]);
});
