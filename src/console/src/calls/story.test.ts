import { expect, test } from "vitest";
import { toldIn } from "../words/words";
import { lines } from "./story";

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
