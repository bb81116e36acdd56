import type { components } from "../api";

// What the server answers, in the words that the rules here decide by. Instants are ISO 8601 with an offset.

export type Flag = components["schemas"]["FlagAnswer"];
export type Callback = components["schemas"]["CallbackAnswer"];
export type Story = components["schemas"]["CallStory"];
export type CallSummary = components["schemas"]["CallAnswer"];

export type Person = { id: string; name: string };
export type SignIn = { roles: { role: string; token: string; people: (Person & { token: string })[] }[] };
export type Me = { role: string; person: Person | null; units: string[] };
export type ClockAnswer = { now: string; speed: number };

export type PresenceState = "Ready" | "Paused" | "WrapUp" | "NotAnswering" | "SignedOut";
export type Presence = { state: PresenceState; since: string; offered: boolean; code: string | null };
export type StationKind = "DeskPhone" | "Softphone" | "VirtualHandset";
export type Station = { kind: StationKind; number: string | null };

export type Urgency = "Unknown" | "Urgent" | "CanWait";
export type Needs = { interpreter: string | null; samiSpeaking: boolean; textInstead: boolean };
export type PlaceOfCall = { areaCode: string; name: string; county: string; postcode: string | null };
export type Office = { unit: string; name: string };
export type ThirdParty = { leg: string; name: string; state: "Ringing" | "InRoom" };

export type About = "Food" | "Housing" | "Power" | "Medicine" | "Children" | "Safety" | "Other";
export type Reach = "Call" | "Text" | "Either";
export type When = "Any" | "Morning" | "Midday" | "Afternoon";
export type Note = { about: About[]; reach: Reach; when: When };

/** A person on a rung: Next, Ringing, Listening, FindingRoom, Accepted, or how the attempt ended. */
export type LadderPerson = { name: string; state: string };
export type LadderRung = { rung: string; together: boolean; ringSeconds: number; people: LadderPerson[] };

export type Transfer = {
  id: string;
  call: string;
  kind: string;
  unit: string;
  line: string | null;
  state: string;
  hasAgent: boolean;
  ladder: LadderRung[];
  ringingUntil: string | null;
  nextRung: string | null;
  waitingForPhone: boolean;
  startedAt: string;
  endedAt: string | null;
};

export type DeskCall = {
  id: string;
  state: "Waiting" | "WithAgent" | "InTransfer";
  agentPlace: "Rung" | "InRoom";
  language: string;
  urgency: Urgency;
  needs: Needs;
  place: PlaceOfCall | null;
  office: Office | null;
  since: string;
  waitedSeconds: number;
  isCallback: boolean;
  mayHaveCallback: boolean;
  muted: boolean;
  callerOnHold: boolean;
  thirdParties: ThirdParty[];
  note: Note | null;
  callbacks: { id: string; unit: string | null; dueAt: string }[];
  transfer: Transfer | null;
};

export type QueueState = {
  waiting: number;
  urgent: number;
  longestWaitSeconds: number;
  ready: number;
  talking: number;
  away: number;
  expectedWaitSeconds: number | null;
  overloaded: boolean;
};

export type Desk = { now: string; agent: Person; presence: Presence; station: Station; queue: QueueState; call: DeskCall | null };

export type Waiting = {
  call: string;
  position: number;
  language: string;
  urgency: Urgency;
  needs: Needs;
  areaCode: string | null;
  unit: string | null;
  waitedSeconds: number;
  first: boolean;
  isCallback: boolean;
  takenBy: string | null;
};

export type Officer = { id: string; name: string; reachable: "Yes" | "Busy" | "Paused" };
export type Line = {
  id: string;
  name: string;
  targetGroup: string | null;
  isGeneral: boolean;
  isOutOfService: boolean;
  outOfServiceUntil: string | null;
  transfersOnly: boolean;
  isKept: boolean;
  primary: Officer[];
  backup: Officer[];
};

export type Served = { areaCode: string; areaName: string; office: Office };
export type Hit = {
  kind: string;
  code: string;
  name: string;
  place: { number: string; name: string; nameAlone: string; county: string; hasDistricts: boolean; offices: Served[] } | null;
  district: { code: string; name: string } | null;
  office: Office | null;
};

export type Texts = { nb: string; nn: string; en: string };
export type Announcement = { texts: Texts; until: string | null; since: string; by: string | null };
export type TakenUpFlow = { name: string; version: string; takenUpAt: string; faults: string[] };
