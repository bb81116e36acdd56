import { expect, test } from "vitest";
import type { RosterDraft } from "../server/answers";
import { assigned, daysIn, freshId, inCell, moved, turnusOf, without } from "./draft";

const hours = { from: "09:00", to: "15:00" };
const empty: RosterDraft = { layers: [], rules: [] };
const says = (draft: RosterDraft) => draft.rules.map((rule) => `${rule.role} ${rule.officer} ${rule.days}`);

test("days are read as they are written, over Sunday too", () => {
  expect(daysIn("mon-wed,fri")).toEqual(["mon", "tue", "wed", "fri"]);
  expect(daysIn("fri-mon")).toEqual(["mon", "fri", "sat", "sun"]);
  expect(daysIn("never")).toEqual([]);
});

test("who is put on more days has one rule, and who is put aside keeps the other days", () => {
  const week = (["mon", "tue", "wed"] as const).reduce((draft, day) => assigned(draft, "Primary", day, "kari", hours, "2027-01-01"), empty);
  expect(says(week)).toEqual(["Primary kari mon,tue,wed"]);
  expect(week.layers.map((layer) => layer.role)).toEqual(["Primary"]);

  const shared = assigned(week, "Primary", "tue", "per", hours, "2027-01-01");
  expect(says(shared)).toEqual(["Primary kari mon,wed", "Primary per tue"]);
  expect(inCell(shared, "Primary", "tue")?.officer).toBe("per");
  expect(says(assigned(shared, "Primary", "tue", null, hours, "2027-01-01"))).toEqual(["Primary kari mon,wed"]);
});

test("a turnus of three people is two rules: whose week it is, and the next one as backup", () => {
  const draft = turnusOf(empty, { ...hours, people: ["a", "b", "c"], weeks: 1, days: "mon-fri", validFrom: "2027-01-04", backup: true, name: "Moss" });
  expect(draft.rules.map((rule) => [rule.role, rule.rotation?.order, rule.rotation?.startsWith])).toEqual([
    ["Primary", ["a", "b", "c"], 0],
    ["Backup", ["a", "b", "c"], 1],
  ]);
  expect(turnusOf(draft, { ...hours, people: ["a"], weeks: 1, days: "mon-fri", validFrom: "2027-01-04", backup: true, name: "Moss" }).rules).toHaveLength(1);
});

test("a new rule never takes another's id", () => {
  const draft = assigned(empty, "Primary", "mon", "kari", hours, "2027-01-01");
  const id = draft.rules[0]?.id ?? "";
  expect(freshId(draft, id)).toBe(`${id}-2`);
  expect(without(draft, id).rules).toEqual([]);
});

test("people are moved in the order of turns", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});
