import type { DutyRole, LayerDraft, RosterDraft, RuleDraft } from "../server/answers";

// Editing a draft: what each click makes of it. The server has the last word on whether it holds.

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

export type Hours = { from: string; to: string };

/** A turnus in one go: these people in this order, so many weeks each, the next in the order as backup. */
export type Turnus = Hours & { people: string[]; weeks: number; days: string; validFrom: string; backup: boolean; name: string };

const layer = (role: DutyRole): LayerDraft => ({ role, name: "", fallback: [] });

/** With the layer, in the order in which they are rung. */
const withLayer = (draft: RosterDraft, role: DutyRole): RosterDraft => {
  if (draft.layers.some((one) => one.role === role)) return draft;
  const order: DutyRole[] = ["Primary", "Backup", "Third", "Fourth", "Fifth"];
  return { ...draft, layers: [...draft.layers, layer(role)].sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role)) };
};

/** An id that no rule of the draft has. Ids stay when a rule is edited, for swaps refer to them. */
export const freshId = (draft: RosterDraft, wish: string): string => {
  const taken = new Set(draft.rules.map((rule) => rule.id));
  if (!taken.has(wish)) return wish;
  for (let count = 2; ; count++) if (!taken.has(`${wish}-${count}`)) return `${wish}-${count}`;
};

export const put = (draft: RosterDraft, rule: RuleDraft): RosterDraft => {
  const known = draft.rules.some((one) => one.id === rule.id);
  return withLayer({ ...draft, rules: known ? draft.rules.map((one) => (one.id === rule.id ? rule : one)) : [...draft.rules, rule] }, rule.role);
};

export const without = (draft: RosterDraft, id: string): RosterDraft => ({ ...draft, rules: draft.rules.filter((rule) => rule.id !== id) });

/** Takes the place of every rule: who wants an evening shift as well adds it afterwards. */
export const turnusOf = (draft: RosterDraft, wish: Turnus): RosterDraft => {
  const rule = (role: DutyRole, startsWith: number): RuleDraft => ({
    id: `turnus-${role.toLowerCase()}`,
    role,
    days: wish.days,
    from: wish.from,
    to: wish.to,
    validFrom: wish.validFrom,
    validTo: null,
    onHolidays: false,
    officer: null,
    rotation: { name: wish.name, order: wish.people, turn: wish.weeks, unit: "Week", handOver: wish.from, handOverDay: "mon", startsWith },
  });
  const rules = [rule("Primary", 0), ...(wish.backup && wish.people.length > 1 ? [rule("Backup", 1)] : [])];
  return rules.reduce(put, { layers: draft.layers, rules: [] });
};

/** The days that a rule's words name: "mon-wed,fri". A span may go over Sunday. */
export const daysIn = (words: string): Weekday[] => {
  const named = words.split(",").flatMap((part) => {
    const [first = "", last = first] = part.trim().split("-");
    const [from, to] = [weekdays.indexOf(first as Weekday), weekdays.indexOf(last as Weekday)];
    if (from < 0 || to < 0) return [];
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => weekdays[(from + step) % 7]);
  });
  return weekdays.filter((day) => named.includes(day));
};

/** The fixed shift that the grid shows for a day: the first of the layer that begins on it. */
export const inCell = (draft: RosterDraft, role: DutyRole, day: Weekday): RuleDraft | undefined =>
  draft.rules.find((rule) => rule.role === role && rule.officer !== null && daysIn(rule.days).includes(day));

/** Somebody on a weekday of a layer, or nobody. A rule that had other days as well keeps those. */
export const assigned = (draft: RosterDraft, role: DutyRole, day: Weekday, officer: string | null, hours: Hours, validFrom: string): RosterDraft => {
  const before = inCell(draft, role, day);
  if (before?.officer === officer) return draft;
  const cleared = before === undefined ? draft : freed(draft, before, day);
  if (officer === null) return cleared;
  const own = cleared.rules.find((rule) => rule.role === role && rule.officer === officer && rule.from === hours.from && rule.to === hours.to && rule.validTo === null);
  if (own !== undefined) return put(cleared, { ...own, days: weekdays.filter((one) => one === day || daysIn(own.days).includes(one)).join(",") });
  return put(cleared, {
    id: freshId(cleared, `${role.toLowerCase()}-${officer}`.slice(0, 30)),
    role,
    days: day,
    ...hours,
    validFrom,
    validTo: null,
    onHolidays: false,
    officer,
    rotation: null,
  });
};

const freed = (draft: RosterDraft, rule: RuleDraft, day: Weekday): RosterDraft => {
  const days = daysIn(rule.days).filter((one) => one !== day);
  return days.length === 0 ? without(draft, rule.id) : put(draft, { ...rule, days: days.join(",") });
};

/** The list with one thing a place earlier or later. */
export const moved = <T>(list: T[], from: number, to: number): T[] => {
  const left = list.filter((_, place) => place !== from);
  const thing = list[from];
  return thing === undefined ? list : [...left.slice(0, to), thing, ...left.slice(to)];
};
