import { expect, test } from "vitest";
import { dayAndTime, lasting, secondsSince, secondsUntil, serverTime, timeOfDay , instantAt, startOf, wallTime, weekOf } from "./clock";

test("times are Norway's, whatever the browser's are", () => {
  expect(timeOfDay("2026-11-23T09:04:26+00:00", "nb")).toBe("10:04:26");
  expect(timeOfDay("2026-07-01T09:04:26+00:00", "en")).toBe("11:04:26");
});

test("days are named in the language", () => {
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "nb")).toMatch(/^man\. 23\. nov.*10:04$/);
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "nn")).toMatch(/^må\. 23\. nov.*10:04$/);
  expect(dayAndTime("2026-11-23T09:04:26+00:00", "en")).toMatch(/^Mon.*23 Nov.*10:04$/);
});

test("lengths are read as on a telephone", () => {
  expect(lasting(7)).toBe("0:07");
  expect(lasting(760)).toBe("12:40");
  expect(lasting(3729)).toBe("1:02:09");
  expect(lasting(-3)).toBe("0:00");
});

test("the server's clock is followed at its own speed", () => {
  expect(serverTime({ now: 1_000_000, at: 500, speed: 1 }, 2500)).toBe(1_002_000);
  expect(serverTime({ now: 1_000_000, at: 500, speed: 10 }, 2500)).toBe(1_020_000);
});

test("seconds left are whole, and the last one counts", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  expect(secondsUntil("2026-11-23T10:00:14.2Z", now)).toBe(15);
  expect(secondsUntil("2026-11-23T09:59:58Z", now)).toBe(-2);
  expect(secondsSince("2026-11-23T09:59:58Z", now)).toBe(2);
});

test("a day begins at midnight in Norway, also around the nights on which the clock moves", () => {
  const begins = (date: string) => new Date(startOf(date)).toISOString();
  expect(begins("2026-11-23")).toBe("2026-11-22T23:00:00.000Z");
  expect(begins("2026-07-01")).toBe("2026-06-30T22:00:00.000Z");
  expect([begins("2026-03-29"), begins("2026-03-30")]).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
  expect([begins("2026-10-25"), begins("2026-10-26")]).toEqual(["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
});

test("a wall clock's time is an instant, the first one when it comes twice", () => {
  expect(new Date(instantAt("2026-11-27T15:30")).toISOString()).toBe("2026-11-27T14:30:00.000Z");
  expect(new Date(instantAt("2026-10-25T02:30")).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(new Date(instantAt("2026-10-25T12:00")).toISOString()).toBe("2026-10-25T11:00:00.000Z");
  expect(new Date(instantAt("2026-03-29T12:00")).toISOString()).toBe("2026-03-29T10:00:00.000Z");
  expect(wallTime(Date.parse("2026-11-27T14:30:00Z"))).toBe("2026-11-27T15:30");
});

test("weeks are numbered as in Norway", () => {
  expect([weekOf("2026-01-01"), weekOf("2026-11-18"), weekOf("2027-01-03"), weekOf("2027-01-04")]).toEqual([1, 47, 53, 1]);
});
