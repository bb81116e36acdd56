import { expect, test } from "vitest";
import { usualLine } from "./lines";
import { until } from "./outOfService";

const at = (text: string) => Date.parse(text);

test("out of service ends at a whole minute", () => {
  expect(until("quarter", at("2026-11-23T09:00:20Z")).toISOString()).toBe("2026-11-23T09:16:00.000Z");
  expect(until("hour", at("2026-11-23T09:00:00Z")).toISOString()).toBe("2026-11-23T10:00:00.000Z");
});

test("the day ends at Norway's midnight, in winter, in summer and when the clocks change", () => {
  expect(until("today", at("2026-11-23T09:00:20Z")).toISOString()).toBe("2026-11-23T23:00:00.000Z");
  expect(until("today", at("2026-07-01T09:00:00Z")).toISOString()).toBe("2026-07-01T22:00:00.000Z");
  expect(until("today", at("2026-10-24T22:30:00Z")).toISOString()).toBe("2026-10-25T23:00:00.000Z");
});

test("the general line is the usual one", () => {
  expect(usualLine([{ isGeneral: false }, { isGeneral: true }])).toEqual({ isGeneral: true });
  expect(usualLine([])).toBeUndefined();
});
