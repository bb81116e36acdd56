import type { Colleague, Override } from "../server/answers";
import type { Duty, Gap } from "./calendar";

// What can be done about a duty or a gap, as what is asked of the server.

const iso = (moment: number) => new Date(moment).toISOString();

const during = ({ from, to }: { from: number; to: number }) => ({ from: iso(from), to: iso(to) });

/** Somebody instead of somebody, for just these hours. */
export const replacing = (duty: Duty, taker: string): Override => ({ role: duty.role, kind: "Replace", ...during(duty), out: duty.officer.id, in: taker });

export const takingOff = (duty: Duty): Override => ({ role: duty.role, kind: "Remove", ...during(duty), out: duty.officer.id, in: null });

/** A gap is filled in the first layer: there a call rings first. */
export const filling = (gap: Gap, taker: string): Override => ({ role: "Primary", kind: "Add", ...during(gap), out: null, in: taker });

/** A whole shift is swapped, which stays with the shift when it is moved; a part of one, or what no rule planned, is overridden. */
export const isWholeShift = (duty: Duty): boolean => duty.officer.why.shift !== null && duty.from === duty.whole.from && duty.to === duty.whole.to;

/** It was decided beside the plan, and can be taken back. */
export const isWithdrawable = ({ officer: { why } }: Duty): boolean => (why.kind === "swap" || why.kind === "override") && why.id !== null;

export const others = (colleagues: Colleague[], than: string): Colleague[] => colleagues.filter((one) => one.id !== than);
