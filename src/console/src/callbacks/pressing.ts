import type { Callback, CallbackOutcome } from "../server/answers";
import type { Role } from "../sign-in/session";

type Owed = Pick<Callback, "overdue" | "urgent" | "dueAt">;

/** Overdue before urgent before the rest; within each, the earliest deadline first. The server says what is overdue: its clock counts. */
export const mostPressingFirst = <T extends Owed>(callbacks: T[]): T[] =>
  [...callbacks].sort((a, b) => rank(a) - rank(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt));

const rank = (owed: Owed): number => (owed.overdue ? 0 : owed.urgent ? 1 : 2);

/** An agent keeps the contact centre's promises; officers and leads are told their office's alone. */
export const theirs = <T extends Pick<Callback, "unit">>(callbacks: T[], role: Role): T[] =>
  role === "agent" ? callbacks.filter((owed) => owed.unit === null) : callbacks;

/** The caller's phone rings now. */
export const isRinging = (owed: Pick<Callback, "attempts">): boolean => owed.attempts.some((attempt) => attempt.endedAt === null);

/** Who was reached was reached: then it is only asked how it went. */
export const outcomesOf = (owed: Pick<Callback, "state">): CallbackOutcome[] =>
  owed.state === "open"
    ? ["SettledToday", "AppointmentMade", "WillRingAgain", "WrongOffice", "NotReached"]
    : ["SettledToday", "AppointmentMade", "WillRingAgain", "WrongOffice"];
