import type { Callback } from "../server/answers";

type Owed = Pick<Callback, "overdue" | "urgent" | "dueAt">;

/** Overdue before urgent before the rest; within each, the earliest deadline first. The server says what is overdue: its clock counts. */
export const mostPressingFirst = <T extends Owed>(callbacks: T[]): T[] =>
  [...callbacks].sort((a, b) => rank(a) - rank(b) || Date.parse(a.dueAt) - Date.parse(b.dueAt));

const rank = (owed: Owed): number => (owed.overdue ? 0 : owed.urgent ? 1 : 2);
