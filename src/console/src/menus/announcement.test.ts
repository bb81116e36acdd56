import { expect, test } from "vitest";
import { missing, secondsToSay } from "./announcement";

test("each language must be said", () => {
  expect(missing({ nb: "Strømmen er borte.", nn: " ", en: "" })).toEqual(["nn", "en"]);
  expect(missing({ nb: "a", nn: "b", en: "c" })).toEqual([]);
});

test("what is written takes time to say", () => {
  expect(secondsToSay("")).toBe(0);
  expect(secondsToSay("x".repeat(140))).toBe(10);
});
