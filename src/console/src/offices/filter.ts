/** What belongs to an office by its unit number; null: to the contact centre. */
type OfUnit = { unit: string | null };

/** All offices; the contact centre's own; or one unit number. */
export type Filter = "all" | "centre" | string;

export const within = <T extends OfUnit>(filter: Filter, rows: T[]): T[] =>
  filter === "all" ? rows : rows.filter((row) => (row.unit ?? "centre") === filter);

/** Every unit that has something in these lists, once, in order. */
export const unitsOf = (...lists: OfUnit[][]): string[] =>
  [...new Set(lists.flat().flatMap((row) => row.unit ?? []))].sort((a, b) => a.localeCompare(b));
