import { expect, test } from "vitest";
import type { Flag, FlagState } from "../server/answers";
import { isUnanswered, kinds, mayAnswer, mayAsk, mayClose, states } from "./flag";

const flag = (state: FlagState, unit: string | null = "0104"): Flag => ({ state, unit, kind: "CallbackOverdue" }) as Flag;

test("what may be done follows the state", () => {
  expect(states.filter((state) => mayAsk(flag(state)))).toEqual(["Answered", "Open"]);
  expect(states.filter((state) => mayAnswer(flag(state)))).toEqual(["Asked"]);
  expect(states.filter((state) => mayClose(flag(state)))).toEqual(["Asked", "Answered", "Open"]);
});

test("what is about no office is asked of nobody", () => expect(mayAsk(flag("Open", null))).toBe(false));

test("every kind can be chosen once, and two of them are callers who met nobody", () => {
  expect(new Set(kinds).size).toBe(10);
  expect(kinds.filter((kind) => isUnanswered({ kind } as Flag))).toEqual(["UnansweredTransfer", "CallerFailed"]);
});
