import type { CallSummary } from "../server/answers";

/** Calls that go on now, the longest first. */
export const ongoing = <T extends Pick<CallSummary, "state" | "startedAt">>(calls: T[]): T[] =>
  calls.filter((call) => call.state !== "Ended").sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
