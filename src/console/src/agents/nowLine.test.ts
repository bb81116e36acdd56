import { expect, test } from "vitest";
import { aCall, aDesk, anAttempt, aTransfer } from "../../dev/examples";
import type { DeskCall, Transfer } from "../server/answers";
import { wordsIn } from "../words/words";
import { nowLine } from "./nowLine";
import { read } from "./say";

const now = Date.parse("2026-11-23T10:00:00Z");
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

const lineOf = (call: Partial<DeskCall> | null, desk: Parameters<typeof aDesk>[0] = {}) => {
  const { tone, says, after } = nowLine(aDesk({ ...desk, call: call === null ? null : aCall(call) }), now);
  return `${tone}: ${[says, ...after].map((say) => read(say, (key, filled) => wordsIn("nb", key, filled))).join(" ")}`;
};

const transferring = (transfer: Partial<Transfer>) => lineOf({ state: "InTransfer", transfer: aTransfer(transfer) });

/** A telephone with so many of its twenty seconds left. */
const left = (seconds: number) => ({ attempts: [anAttempt({ rangAt: at(seconds - 20) })] });

const rungs = (primary: string, backup = "Next") => [
  { rung: "primary", together: false, ringSeconds: 20, people: [{ name: "Kari Primær", state: primary }] },
  { rung: "backup", together: false, ringSeconds: 20, people: [{ name: "Bo Bakvakt", state: backup }] },
];

test("who is rung, how long, and who comes after", () => {
  expect(transferring({ ladder: rungs("Ringing"), ...left(14), nextRung: "backup" })).toBe("busy: Vi ringer Kari Primær. 14 sekunder igjen. Deretter bakvakt.");
});

test("several who are rung together are told as people do, and one second is one", () => {
  const together = { rung: "all", together: true, ringSeconds: 20, people: ["Bo", "Eli", "Siv"].map((name) => ({ name, state: "Ringing" })) };
  expect(transferring({ ladder: [together], ...left(1), nextRung: "lead" })).toBe("busy: Vi ringer Bo, Eli og Siv. 1 sekund igjen. Deretter leder.");
});

test("a ring that has had its seconds may last a little longer", () => {
  expect(transferring({ ladder: rungs("Ringing"), ...left(0), nextRung: "backup" })).toBe("busy: Vi ringer Kari Primær. Straks videre. Deretter bakvakt.");
});

test("the last rung says so", () => {
  expect(transferring({ ladder: rungs("NoAnswer", "Ringing"), ...left(3), nextRung: null })).toBe("busy: Vi ringer Bo Bakvakt. 3 sekunder igjen. Ingen flere på stigen etter dette.");
});

test("somebody who answered hears who calls, and has not accepted yet", () => {
  expect(transferring({ ladder: rungs("Listening"), ...left(9), nextRung: "backup" })).toContain("Kari Primær tok telefonen");
});

test("everyone is busy: the transfer waits, and does not look as if somebody were rung", () => {
  expect(transferring({ state: "AwaitingPhone", waitingForPhone: true, ladder: rungs("Skipped", "Skipped") })).toBe("busy: Alle på Nav Moss er opptatt. Du er først i køen til vakttelefonen.");
});

test("an office that the caller was passed on to is not called by the first one's name", () => {
  expect(transferring({ unit: "5702", ladder: rungs("Next"), nextRung: "primary" })).toContain("Vi ringer opp kontoret.");
});

test("before the first phone rings, the office is named", () => {
  expect(transferring({ ladder: rungs("Next"), ringingUntil: null, nextRung: "primary" })).toBe("busy: Vi ringer opp Nav Moss. Deretter vakthavende.");
});

test.each([
  ["Joining", "busy: Kari Primær trykket 1. Vi kobler dere sammen."],
  ["Consulting", "busy: Du snakker med Kari Primær. Innringer er på vent."],
  ["Connected", "good: Innringer, Kari Primær og du snakker sammen."],
  ["PassingOn", "busy: Kari Primær finner riktig sted for innringer."],
  ["Rejoining", "busy: Kari Primær går tilbake til innringer."],
  ["Interrupted", "wrong: Kari Primær falt ut. Vi ringer igjen om innringer blir på linjen."],
])("a transfer that is %s", (state, expected) => expect(transferring({ state, ladder: rungs("Accepted") })).toBe(expected));

test("an unanswered transfer says what was promised instead", () => {
  expect(lineOf({ transfer: aTransfer({ state: "Unanswered" }), callbacks: [] })).toBe("wrong: Ingen på Nav Moss tok imot. Du har innringer.");
  expect(lineOf({ transfer: aTransfer({ state: "Unanswered" }), callbacks: [{ id: "cb", unit: "0104", dueAt: at(3600) }] })).toBe("wrong: Ingen på Nav Moss tok imot. Tilbakeringing er lovet. Du har innringer.");
});

test("a call that is offered names the place and the urgency", () => {
  expect(lineOf({ agentPlace: "Rung", urgency: "Urgent" })).toBe("call: Telefonen din ringer: innringer fra Moss. Det haster. Ta telefonen og tast 1.");
  expect(lineOf({ agentPlace: "Rung", urgency: "CanWait", place: null, office: null })).toBe("call: Telefonen din ringer: innringer fra ukjent sted. Ta telefonen og tast 1.");
});

test("a call that comes to the browser is answered there", () => {
  expect(lineOf({ agentPlace: "Rung" }, { station: { kind: "Softphone", number: null } })).toContain("Svar her.");
});

test("alone with the caller, muted, or with the caller on hold", () => {
  expect(lineOf({})).toBe("good: Du snakker med innringer fra Moss.");
  expect(lineOf({ muted: true })).toBe("good: Du snakker med innringer fra Moss. Du er dempet.");
  expect(lineOf({ callerOnHold: true })).toBe("busy: Innringer er på hold og hører musikk.");
});

test("without a call: what I am, and how many wait", () => {
  expect(lineOf(null)).toBe("calm: Klar. Du får tilbud om neste samtale. 3 venter i køen.");
  expect(lineOf(null, { presence: { state: "Ready", since: at(0), offered: false, code: null, codes: [] } })).toBe("call: Klar, men du får ikke tilbud. Ta neste selv. 3 venter i køen.");
  expect(lineOf(null, { presence: { state: "NotAnswering", since: at(0), offered: true, code: null, codes: [] } })).toBe("wrong: Telefonen din svarte ikke. Du får ingen samtaler før du sier at du er klar.");
});
