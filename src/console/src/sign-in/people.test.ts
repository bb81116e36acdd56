import { expect, test } from "vitest";
import { found } from "./people";

const people = [{ id: "ag-1", name: "Åse Berg" }, { id: "of-0104-1", name: "Kari Primær" }];

test("people are found by parts of name or id, in whatever case and order", () => {
  expect(found(people, "berg å")).toEqual([people[0]]);
  expect(found(people, "0104")).toEqual([people[1]]);
  expect(found(people, " ")).toEqual(people);
  expect(found(people, "ola")).toEqual([]);
});
