import { lasting } from "../clock";
import type { WallFigure, Wallboard } from "../server/answers";

/** How a figure stands: told by a word and an icon, and repeated by a colour. */
export type Standing = "calm" | "look" | "alarm" | "unknown";
export type Tile = { figure: WallFigure; value: string; standing: Standing; since: string | null };

/** Seconds after which what stands on the wall is no longer now. It is counted anew every half minute at the least. */
export const freshFor = 75;

export const isStale = (board: Wallboard, now: number): boolean => now - Date.parse(board.at) > freshFor * 1000;

/** The six figures in the order of the wall; a dash where nothing can be said. */
export const tiles = (board: Wallboard): Tile[] => [
  tile(board, "Waiting", String(board.waiting), false),
  tile(board, "LongestWait", lasting(board.longestWaitSeconds), false),
  tile(board, "RingingLadders", String(board.ringingLadders), false),
  tile(board, "AnsweredShare", board.answeredShare === null ? null : `${Math.round(board.answeredShare * 100)} %`, (board.answeredShare ?? 1) < board.target),
  tile(board, "GapsToday", board.gapsToday === null ? null : String(board.gapsToday), (board.gapsToday ?? 0) > 0),
  tile(board, "OverdueCallbacks", String(board.overdueCallbacks), board.overdueCallbacks > 0),
];

const tile = (board: Wallboard, figure: WallFigure, value: string | null, look: boolean): Tile => {
  const alarm = board.alarms.find((one) => one.figure === figure && one.county === board.county);
  const standing = alarm ? "alarm" : value === null ? "unknown" : look ? "look" : "calm";
  return { figure, value: value ?? "–", standing, since: alarm?.raisedAt ?? null };
};

/** Alarms of other places than the one that is shown. */
export const elsewhere = (board: Wallboard) => board.alarms.filter((one) => one.county !== board.county);
