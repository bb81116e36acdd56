import { expect, test } from "vitest";
import { dayAndTime, timeOfDay } from "./clock";

test("times are Norway's, whatever the browser's are", () => {
  expect(timeOfDay("2026-11-23T09:04:26+00:00", "nb")).toBe("10:04:26");
  expect(timeOfDay("2026-07-01T09:04:26+00:00", "en")).toBe("11:04:26");
});

test("days are named in the language", () => {
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "nb")).toMatch(/^man\. 23\. nov.*10:04$/);
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "nn")).toMatch(/^må\. 23\. nov.*10:04$/);
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "en")).toMatch(/^Mon.*23 Nov.*10:04$/);
});
