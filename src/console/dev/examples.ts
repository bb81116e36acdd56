import type { Desk, DeskCall, Transfer } from "../src/server/answers";

// Answers of a server, whole, with one thing changed where it matters. For tests and for the dev server; never shipped.

export const moss = { unit: "0104", name: "Nav Moss" };

export const aTransfer = (changed: Partial<Transfer> = {}): Transfer => ({
  id: "tr-1",
  call: "call-1",
  kind: "Warm",
  unit: moss.unit,
  line: "moss-general",
  state: "Ringing",
  hasAgent: true,
  attempts: [],
  ladder: [
    { rung: "primary", together: false, ringSeconds: 20, people: [{ name: "Kari Primær", state: "Ringing" }] },
    { rung: "backup", together: false, ringSeconds: 20, people: [{ name: "Bo Bakvakt", state: "Next" }] },
    { rung: "lead", together: false, ringSeconds: 20, people: [{ name: "Liv Leder", state: "Next" }] },
  ],
  ringingUntil: null,
  nextRung: "backup",
  waitingForPhone: false,
  passedOnFrom: null,
  misrouted: false,
  startedAt: "2026-11-23T09:59:54Z",
  endedAt: null,
  ...changed,
});

export const anAttempt = (changed: Partial<Transfer["attempts"][number]> = {}): Transfer["attempts"][number] => ({
  number: 1,
  officer: "Kari Primær",
  phase: "Ringing",
  outcome: null,
  why: null,
  rangAt: null,
  until: null,
  queuedSeconds: 0,
  ...changed,
});

export const aCall = (changed: Partial<DeskCall> = {}): DeskCall => ({
  id: "call-1",
  state: "WithAgent",
  agentPlace: "InRoom",
  language: "nb",
  urgency: "Urgent",
  needs: { interpreter: null, samiSpeaking: false, textInstead: false },
  place: { areaCode: "3103", name: "Moss", county: "Østfold", postcode: "1530" },
  office: moss,
  since: "2026-11-23T09:58:00Z",
  waitedSeconds: 95,
  isCallback: false,
  mayHaveCallback: false,
  muted: false,
  callerOnHold: false,
  thirdParties: [],
  note: null,
  callbacks: [],
  transfer: null,
  ...changed,
});

export const aDesk = (changed: Partial<Desk> = {}): Desk => ({
  now: "2026-11-23T10:00:00Z",
  agent: { id: "ag-1", name: "Sol Berg" },
  presence: { state: "Ready", since: "2026-11-23T09:40:00Z", offered: true, code: null, codes: [] },
  station: { kind: "DeskPhone", number: "150 00 001" },
  queue: { waiting: 3, urgent: 1, longestWaitSeconds: 190, ready: 4, talking: 11, away: 2, expectedWaitSeconds: 240, overloaded: false },
  call: null,
  ...changed,
});
