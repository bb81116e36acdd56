import { expect, test } from "vitest";
import { found } from "./people";

const people = [{ id: "ag-1", name: "Åse Berg", unit: null }, { id: "of-1", name: "Kari Primær", unit: "0104" }];

test("people are found by parts of name or unit number, in whatever case and order", () => {
  expect(found(people, "berg å")).toEqual([people[0]]);
  expect(found(people, "0104")).toEqual([people[1]]);
  expect(found(people, " ")).toEqual(people);
  expect(found(people, "ola")).toEqual([]);
});
