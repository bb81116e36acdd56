import { expect, test } from "vitest";
import type { Hit } from "../server/answers";
import { placeInWords, suggestions } from "./hits";

const navMoss = { unit: "0104", name: "Nav Moss" };
const moss = { number: "3103", name: "Moss", nameAlone: "Moss", officialName: "Moss", county: "Østfold", hasDistricts: false, offices: [{ areaCode: "3103", areaName: "Moss", office: navMoss, confidence: "high" }] };
const oslo = {
  number: "0301",
  name: "Oslo",
  nameAlone: "Oslo",
  officialName: "Oslo",
  county: "Oslo",
  hasDistricts: true,
  offices: [
    { areaCode: "030101", areaName: "Gamle Oslo", office: { unit: "0316", name: "Nav Gamle Oslo" }, confidence: "high" },
    { areaCode: "030102", areaName: "Grünerløkka", office: { unit: "0315", name: "Nav Grünerløkka" }, confidence: "high" },
  ],
};
const hit = (changed: Partial<Hit>): Hit => ({ kind: "place", code: "3103", name: "Moss", place: moss, district: null, office: navMoss, ...changed });

test("an old name leads to the place of today and its office", () => {
  expect(suggestions([hit({ kind: "formerplace", code: "0136", name: "Rygge" })])).toEqual([
    { id: "formerplace 0136 3103", name: "Rygge", kind: "formerplace", today: "Moss, Østfold", office: navMoss, choice: { areaCode: "3103" } },
  ]);
});

test("a city whose district decides is offered district by district", () => {
  const found = suggestions([hit({ code: "0301", name: "Oslo", place: oslo, office: null })]);
  expect(found.map((one) => [one.name, one.office?.unit, one.choice])).toEqual([
    ["Gamle Oslo", "0316", { areaCode: "030101" }],
    ["Grünerløkka", "0315", { areaCode: "030102" }],
  ]);
});

test("a district is itself, and an office is chosen by its unit number", () => {
  const district = hit({ kind: "district", code: "030101", name: "Gamle Oslo", place: oslo, district: { code: "030101", name: "Gamle Oslo" }, office: { unit: "0316", name: "Nav Gamle Oslo" } });
  const office = hit({ kind: "office", code: "0104", name: "Nav Moss", place: null });
  expect(suggestions([district, office]).map((one) => one.choice)).toEqual([{ areaCode: "030101" }, { unit: "0104" }]);
});

test("what is found twice is offered once", () => expect(suggestions([hit({}), hit({})])).toHaveLength(1));

test("a place in words", () => {
  expect(placeInWords({ areaCode: "3103", name: "Moss", county: "Østfold", postcode: "1530" })).toBe("1530 Moss, Østfold");
  expect(placeInWords({ areaCode: "0301", name: "Oslo", county: "Oslo", postcode: null })).toBe("Oslo");
});
