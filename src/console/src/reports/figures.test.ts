import { expect, test } from "vitest";
import type { ReleasedPlace } from "../server/answers";
import { count, depthOf, fraction, inOrder, interval, percent, points, shown, strokes } from "./figures";

const place = (code: string, name: string, above: string | null, accepted: number | null = 5): ReleasedPlace =>
  ({ code, name, above, counts: { accepted } }) as unknown as ReleasedPlace;

test("six of forty-four is fourteen per cent, and nothing is no share", () => {
  expect(percent(6 / 44)).toBe("14 %");
  expect(percent(0.145)).toBe("15 %");
  expect(percent(null)).toBe("–");
});

test("a figure is written by its unit", () => {
  expect(shown(0.5, "percent", "nb")).toBe("50 %");
  expect(shown(11, "seconds", "nb")).toBe("11 s");
  expect(shown(1.25, "mean", "en")).toBe("1.3");
  expect(shown(null, "number", "nb")).toBe("–");
  expect(fraction({ key: "answeredShare", value: null, part: 0, whole: 0, low: null, high: null })).toBe("");
  expect(interval(0.2, 0.4)).toBe("20 % – 40 %");
});

test("a hidden count is a colon, and not nought", () => {
  expect(count(place("0301", "Oslo", null, null), "accepted", "nb")).toBe(":");
  expect(count(place("0301", "Oslo", null, 0), "accepted", "nb")).toBe("0");
});

test("places stand under what they are a part of, the unknown last", () => {
  const places = [place("country", "Norge", null), place("B", "B", "country"), place("A", "A", "country"), place("u", "unknown", "A"), place("a2", "Ås", "A"), place("a1", "Ask", "A")];
  expect(inOrder(places).map((one) => one.code)).toEqual(["country", "A", "a1", "a2", "u", "B"]);
  expect(depthOf(places[4]!, places)).toBe(2);
});

test("a trend breaks where a value is missing", () => {
  const all = points([1, null, 2, 4], 90, 40, 4);
  expect(all).toEqual([{ x: 0, y: 30 }, null, { x: 60, y: 20 }, { x: 90, y: 0 }]);
  expect(strokes(all)).toHaveLength(1);
});
