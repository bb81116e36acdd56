import { expect, test } from "vitest";
import { cutAt, openedAt, pauseBefore, pollEvery, starting } from "./connection";

test("a cut counts from its beginning, however many tries fail", () => {
  const again = cutAt(cutAt(openedAt(starting, 0), 1_000), 4_000);
  expect(again).toEqual({ state: "cut", since: 1_000, tries: 2 });
  expect(openedAt(again, 13_400)).toEqual({ state: "caughtUp", since: 13_400, cutSeconds: 12 });
});

test("a first connection has caught up with nothing", () => expect(openedAt(starting, 5)).toEqual({ state: "live" }));

test("tries are spread, and never further apart than ten seconds", () => {
  expect(pauseBefore(1, 0)).toBe(250);
  expect(pauseBefore(1, 1)).toBe(500);
  expect(pauseBefore(3, 0.5)).toBe(1_500);
  expect(pauseBefore(40, 1)).toBe(10_000);
});

test("while the feed is cut the page asks by itself", () => {
  expect(pollEvery(openedAt(starting, 0))).toBe(30_000);
  expect(pollEvery(cutAt(starting, 0))).toBe(3_000);
  expect(pollEvery(starting)).toBe(3_000);
});
