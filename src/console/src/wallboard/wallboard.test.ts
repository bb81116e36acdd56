import { expect, test } from "vitest";
import type { Wallboard } from "../server/answers";
import { elsewhere, isStale, tiles } from "./wallboard";

const board = (changed: Partial<Wallboard> = {}): Wallboard => ({
  at: "2026-11-23T10:00:00+01:00",
  county: null,
  waiting: 3,
  longestWaitSeconds: 95,
  ringingLadders: 2,
  offered: 44,
  accepted: 6,
  answeredShare: 6 / 44,
  target: 0.9,
  gapsToday: 0,
  gapsLookedAt: "2026-11-23T09:58:00+01:00",
  overdueCallbacks: 0,
  alarms: [],
  counties: [],
  ...changed,
});

const told = (shown: Wallboard) => tiles(shown).map(({ figure, value, standing }) => `${figure} ${value} ${standing}`);

test("six of forty-four are fourteen per cent, and that is to be looked at", () =>
  expect(told(board())).toEqual(["Waiting 3 calm", "LongestWait 1:35 calm", "RingingLadders 2 calm", "AnsweredShare 14 % look", "GapsToday 0 calm", "OverdueCallbacks 0 calm"]));

test("where nothing can be said there is a dash and no worry", () =>
  expect(told(board({ answeredShare: null, gapsToday: null })).slice(3, 5)).toEqual(["AnsweredShare – unknown", "GapsToday – unknown"]));

test("gaps and overdue call-backs are to be looked at from the first", () =>
  expect(told(board({ gapsToday: 1, overdueCallbacks: 1 })).slice(4)).toEqual(["GapsToday 1 look", "OverdueCallbacks 1 look"]));

test("an alarm is told on its own place's wall, and named on the others'", () => {
  const alarm = { figure: "Waiting" as const, county: "Østfold", raisedAt: "2026-11-23T09:50:00+01:00", value: 12 };
  expect(tiles(board({ alarms: [alarm] }))[0]!.standing).toBe("calm");
  expect(elsewhere(board({ alarms: [alarm] }))).toEqual([alarm]);
  const there = board({ county: "Østfold", alarms: [alarm] });
  expect(tiles(there)[0]).toMatchObject({ standing: "alarm", since: alarm.raisedAt });
  expect(elsewhere(there)).toEqual([]);
});

test("what was counted more than a minute and a quarter ago is stale", () => {
  const at = Date.parse(board().at);
  expect(isStale(board(), at + 75_000)).toBe(false);
  expect(isStale(board(), at + 75_001)).toBe(true);
});
