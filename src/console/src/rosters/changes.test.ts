import { expect, test } from "vitest";
import type { Duty } from "./calendar";
import { filling, isWholeShift, isWithdrawable, others, replacing, takingOff } from "./changes";

const [nine, twelve, three] = ["2026-11-18T08:00:00.000Z", "2026-11-18T11:00:00.000Z", "2026-11-18T14:00:00.000Z"].map((at) => Date.parse(at)) as [number, number, number];
const duty = (change: Partial<Duty> = {}, kind: Duty["officer"]["why"]["kind"] = "shift", shift: string | null = "r/1"): Duty => ({
  role: "Backup",
  officer: { id: "kari", name: "Kari", why: { kind, shift, name: null, turn: null, unit: null, by: null, at: null, id: kind === "swap" || kind === "override" ? "x-1" : null } },
  from: nine,
  to: three,
  whole: { from: nine, to: three },
  ...change,
});

test("putting somebody on, taking somebody off, and filling a gap touch those hours and no others", () => {
  expect(replacing(duty({ from: twelve }), "per")).toEqual({ role: "Backup", kind: "Replace", from: "2026-11-18T11:00:00.000Z", to: "2026-11-18T14:00:00.000Z", out: "kari", in: "per" });
  expect(takingOff(duty())).toMatchObject({ kind: "Remove", out: "kari", in: null });
  const finding = { line: "l", unit: "0104", from: "", to: "", kind: "Gap", cause: null, officers: [], other: null };
  expect(filling({ from: nine, to: twelve, finding }, "per")).toMatchObject({ role: "Primary", kind: "Add", out: null, in: "per" });
});

test("a shift that is shown whole is swapped, a day of a week is not the whole shift", () => {
  expect(isWholeShift(duty())).toBe(true);
  expect(isWholeShift(duty({ whole: { from: nine, to: three + 86_400_000 } }))).toBe(false);
  expect(isWholeShift(duty({}, "override", null))).toBe(false);
});

test("only what was decided beside the plan can be taken back", () => {
  expect((["shift", "rotation", "fallback", "swap", "override"] as const).filter((kind) => isWithdrawable(duty({}, kind)))).toEqual(["swap", "override"]);
});

test("nobody takes over from themselves", () => expect(others([{ id: "kari", name: "Kari" }, { id: "per", name: "Per" }], "kari").map((one) => one.id)).toEqual(["per"]));
