import { expect, test } from "vitest";
import { toldIn } from "../words/words";
import { lines, placesIn } from "./story";

const event = (sequence: number, kind: string, who: string | null = null, detail: string | null = null) => ({
  sequence,
  at: "2026-11-23T09:04:26+00:00",
  kind,
  who,
  detail,
  call: "c",
  transfer: null,
  callback: null,
  unit: null,
});

test("a story is told in order and in the reader's language", () => {
  const told = lines([event(7, "accepted", "Kaia Skogly"), event(3, "urgency stated", null, "Urgent")], (text) => toldIn("nb", text));
  expect(told.map((line) => [line.who, line.what, line.detail])).toEqual([
    [null, "Sa om det haster", "haster"],
    ["Kaia Skogly", "Tok imot (1)", null],
  ]);
});

test("a story says how far into the call, and what went wrong is seen", () => {
  const [came, missed] = lines([event(1, "call arrived"), { ...event(2, "no answer"), at: "2026-11-23T09:05:00+00:00" }], (text) => text);
  expect([came?.look, missed?.look, missed?.sinceStart]).toEqual(["step", "wrong", 34]);
});

test("places are named by their numbers, once", () => {
  expect(placesIn([event(1, "place known", null, "3232"), event(2, "place known", null, "030101"), event(3, "place known", null, "3232"), event(4, "ringing", null, "1234")])).toEqual(["3232", "0301"]);
});
