import { expect, test } from "vitest";
import { wordsOf } from "./ask";

test("a refusal is told by its fields, else its detail, else its title", () => {
  expect(wordsOf({ title: "Bad", errors: { until: ["must lie ahead."] } }, "400")).toBe("until: must lie ahead.");
  expect(wordsOf({ title: "Conflict", detail: "Nobody waits." }, "409")).toBe("Nobody waits.");
  expect(wordsOf({ title: "Conflict" }, "409")).toBe("Conflict");
  expect(wordsOf(undefined, "Bad Gateway")).toBe("Bad Gateway");
});
