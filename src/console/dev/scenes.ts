import type { Desk, DeskCall, Transfer, Waiting } from "../src/server/answers";
import { aCall, aDesk, anAttempt, aTransfer } from "./examples.ts";

// The agent's page in each state, by name: what /dev/scene/NAME shows, and what the screenshots are taken of.

const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

export const queue = (): Waiting[] => [
  { call: "w-1", position: 1, language: "nb", urgency: "Urgent", needs: { interpreter: null, samiSpeaking: false, textInstead: false }, areaCode: "3103", unit: "0104", waitedSeconds: 190, first: false, isCallback: false, takenBy: null },
  { call: "w-2", position: 2, language: "en", urgency: "CanWait", needs: { interpreter: "tigrinja", samiSpeaking: false, textInstead: true }, areaCode: "0301", unit: "0316", waitedSeconds: 121, first: false, isCallback: true, takenBy: null },
  { call: "w-3", position: 3, language: "nn", urgency: "NotStated", needs: { interpreter: null, samiSpeaking: true, textInstead: false }, areaCode: null, unit: null, waitedSeconds: 44, first: false, isCallback: false, takenBy: "Ada Lie" },
];

const rungs = (primary: string, backup = "Next", lead = "Next"): Transfer["ladder"] => [
  { rung: "primary", together: false, ringSeconds: 20, people: [{ name: "Kari Primær", state: primary }] },
  { rung: "backup", together: true, ringSeconds: 20, people: [{ name: "Bo Bakvakt", state: backup }, { name: "Eli Ekstra", state: backup }] },
  { rung: "lead", together: false, ringSeconds: 20, people: [{ name: "Liv Leder", state: lead }] },
];

const inTransfer = (transfer: Partial<Transfer>, call: Partial<DeskCall> = {}): Partial<Desk> => ({
  call: aCall({ since: after(-140), state: "InTransfer", transfer: aTransfer(transfer), ...call }),
});

const alone = (call: Partial<DeskCall> = {}): Partial<Desk> => ({ call: aCall({ since: after(-40), ...call }) });

const presence = (state: Desk["presence"]["state"], offered = true): Partial<Desk> => ({
  presence: { state, since: after(-75), offered, code: null, codes: codes[state] },
});

const codes: Record<Desk["presence"]["state"], string[]> = {
  Ready: ["Transferred", "Answered", "CallbackRegistered", "WrongNumber", "CallLost", "Other"],
  WrapUp: ["Transferred", "Answered", "CallbackRegistered", "WrongNumber", "CallLost", "Other"],
  Paused: ["Lunch", "Break", "Meeting", "Training", "Other"],
  NotAnswering: [],
  SignedOut: [],
};

const all: Record<string, () => Partial<Desk>> = {
  queue: () => presence("Ready"),
  notOffered: () => presence("Ready", false),
  paused: () => presence("Paused"),
  notAnswering: () => presence("NotAnswering"),
  wrapUp: () => presence("WrapUp"),
  rung: () => ({ call: aCall({ agentPlace: "Rung", state: "Waiting", since: after(-3) }) }),
  talking: () => alone({ needs: { interpreter: "somali", samiSpeaking: false, textInstead: false }, note: { about: ["Food", "Children"], reach: "Call", when: "Any" } }),
  noOffice: () => alone({ mayHaveCallback: true, place: null, office: null, urgency: "NotStated", language: "en" }),
  district: () => alone({ place: { areaCode: "0301", name: "Oslo", county: "Oslo", postcode: null }, office: null }),
  onHold: () => alone({ callerOnHold: true, muted: true, thirdParties: [{ leg: "leg-9", name: "Tolk, somali", state: "Ringing" }] }),
  dialling: () => inTransfer({ ladder: rungs("Next"), nextRung: "primary" }),
  ringing: () => inTransfer({ ladder: rungs("Ringing"), attempts: [anAttempt({ rangAt: after(-3) })], nextRung: "backup" }),
  listening: () => inTransfer({ ladder: rungs("Listening"), attempts: [anAttempt({ phase: "Listening" })], ringingUntil: after(9), nextRung: "backup" }),
  backup: () => inTransfer({ ladder: rungs("NoAnswer", "Ringing"), attempts: [anAttempt({ rangAt: after(-6) })], nextRung: "lead" }),
  busy: () => inTransfer({ state: "AwaitingPhone", ladder: rungs("Skipped", "Skipped", "Skipped"), nextRung: null, waitingForPhone: true }),
  joining: () => inTransfer({ state: "Joining", ladder: rungs("Declined", "Accepted") , nextRung: null }),
  consulting: () => inTransfer({ state: "Consulting", ladder: rungs("Accepted"), nextRung: null }),
  connected: () => inTransfer({ state: "Connected", ladder: rungs("Accepted"), nextRung: null }, { thirdParties: [{ leg: "leg-9", name: "Tolk, somali", state: "InRoom" }] }),
  interrupted: () => inTransfer({ state: "Interrupted", ladder: rungs("Accepted"), nextRung: null }),
  unanswered: () =>
    alone({
      transfer: aTransfer({ state: "Unanswered", ladder: rungs("NoAnswer", "Busy", "AnsweredNotAccepted"), nextRung: null, endedAt: after(-2) }),
      callbacks: [{ id: "cb-1", unit: "0104", dueAt: after(5 * 3600) }],
    }),
};

export const sceneNames = Object.keys(all);

export const scene = (name: string): Desk => aDesk({ now: after(0), ...presence("Ready"), ...all[name]?.() });
