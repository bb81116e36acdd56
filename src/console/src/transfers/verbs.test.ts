import { expect, test } from "vitest";
import { aCall, aTransfer } from "../../dev/examples";
import { transferOf, verbsOf } from "./verbs";

const verbs = (...args: Parameters<typeof aCall>) => [...verbsOf(aCall(...args))].sort();
const room = ["invite", "keypad", "mute"];

test("nothing can be done with a call before one's own phone is answered", () => expect(verbs({ agentPlace: "Rung" })).toEqual([]));

test("alone with the caller: transfer, call-back, hold, end", () => {
  expect(verbs()).toEqual(["callback", "end", "hold", "transfer", ...room].sort());
  expect(verbs({ office: null })).not.toContain("transfer");
});

test.each([
  ["Ringing", ["cancel", "complete", "skipConsult"]],
  ["AwaitingPhone", ["cancel", "complete", "skipConsult"]],
  ["Joining", ["cancel", "complete", "skipConsult"]],
  ["Consulting", ["complete", "merge", "return"]],
  ["RingingCaller", []],
  ["Connected", ["complete", "passOn", "return"]],
  ["PassingOn", []],
  ["Rejoining", []],
  ["Interrupted", []],
])("in a transfer that is %s", (state, expected) => {
  expect(verbs({ transfer: aTransfer({ state }) })).toEqual([...expected, ...room].sort());
});

test("a transfer that the agent has left is the officer's", () => {
  expect(verbs({ transfer: aTransfer({ state: "Connected", hasAgent: false }) })).toEqual(room);
});

test.each(["Completed", "Returned", "Unanswered", "Cancelled", "Abandoned", "PassedOn"])("a transfer that is %s is a story", (state) => {
  expect(transferOf(aCall({ transfer: aTransfer({ state }) }))).toBeNull();
  expect(verbs({ transfer: aTransfer({ state }) })).toContain("transfer");
});
