import type { Flag, FlagFinding, FlagKind, FlagState } from "../server/answers";

export const kinds: FlagKind[] = [
  "UnansweredTransfer",
  "CallbackOverdue",
  "UrgentNotSettled",
  "HoursUncovered",
  "NobodyToRing",
  "LineOutOfOrder",
  "PhoneNotConfirmed",
  "ManyUnanswered",
  "UnderTarget",
  "CallerFailed",
];
export const states: FlagState[] = ["Asked", "Answered", "Open", "Closed"];
export const findings: FlagFinding[] = ["NoDeviation", "PutRight", "Deviation", "TechnicalFault", "WronglyRaised"];

/** A caller who met nobody; the other kinds have a page of their own. */
export const isUnanswered = ({ kind }: Flag): boolean => kind === "UnansweredTransfer" || kind === "CallerFailed";

/** What may be done about a flag, as the server's rules have it. */
export const mayAsk = ({ state, unit }: Flag): boolean => unit !== null && (state === "Open" || state === "Answered");
export const mayAnswer = ({ state }: Flag): boolean => state === "Asked";
export const mayClose = ({ state }: Flag): boolean => state !== "Closed";
