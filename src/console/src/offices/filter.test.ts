import { expect, test } from "vitest";
import { unitsOf, within } from "./filter";

const rows = [{ unit: "0233" }, { unit: null }, { unit: "0104" }, { unit: "0233" }];

test("one office, the contact centre, or all", () => {
  expect(within("0233", rows)).toHaveLength(2);
  expect(within("centre", rows)).toEqual([{ unit: null }]);
  expect(within("all", rows)).toHaveLength(4);
  expect(within("5702", rows)).toEqual([]);
});

test("each office with something to show is offered once", () => expect(unitsOf(rows, [{ unit: "2011" }])).toEqual(["0104", "0233", "2011"]));
