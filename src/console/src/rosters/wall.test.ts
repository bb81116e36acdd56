import { expect, test } from "vitest";
import type { OfficeCover } from "../server/answers";
import { inAll, onlyTrouble, percent, worstFirst } from "./wall";

const office = (unit: string, hasDutyLine: boolean, ...gapHours: number[]): OfficeCover => ({ unit, name: unit, hasDutyLine, lines: [`${unit}-general`], gapHours });
const wall = {
  days: [{ date: "2026-11-18", openHours: 6 }],
  counties: [
    { name: "Østfold", share: { offices: 3, withDutyLine: 2, covered: 1 }, offices: [office("0101", true, 0), office("0104", true, 2), office("0105", false, 6)] },
    { name: "Oslo", share: { offices: 1, withDutyLine: 1, covered: 1 }, offices: [office("0315", true, 0)] },
  ],
};

test("whom to help first stands first", () => expect(worstFirst(wall.counties[0]?.offices ?? []).map((one) => one.unit)).toEqual(["0105", "0104", "0101"]));

test("with only trouble shown, a county where all is well is not there", () => {
  expect(onlyTrouble(wall).map((county) => [county.name, county.offices.length])).toEqual([["Østfold", 2]]);
});

test("the country is the sum of its counties", () => expect(inAll(wall)).toEqual({ offices: 4, withDutyLine: 3, covered: 2 }));

test("a share never says all or nothing when it is not so", () => {
  expect([percent(254, 255), percent(1, 255), percent(255, 255), percent(0, 255), percent(0, 0)]).toEqual([99, 1, 100, 0, 0]);
});
