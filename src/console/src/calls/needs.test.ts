import { expect, test } from "vitest";
import { checkedOf, needsOf } from "./needs";

const none = { interpreter: null, samiSpeaking: false, textInstead: false };

test("boxes and needs are each other's", () => {
  const needs = { interpreter: "somali", samiSpeaking: false, textInstead: true };
  expect(needsOf(checkedOf(needs, true), "somali")).toEqual(needs);
  expect(needsOf(checkedOf(none, false), "")).toEqual(none);
});

test("an interpreter is nobody until the language is said", () => {
  expect(needsOf(["interpreter"], "  ")).toEqual(none);
  expect(needsOf([], "somali")).toEqual(none);
  expect(checkedOf(none, true)).toEqual(["interpreter"]);
});
