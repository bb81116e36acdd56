import type { Texts } from "../server/answers";

/** Longer than this and callers in need hang up before the menu. */
export const longest = 400;

/** Which languages nothing has been written in. */
export const missing = (texts: Texts): (keyof Texts)[] => (["nb", "nn", "en"] as const).filter((code) => texts[code].trim() === "");

/** About how long it takes to say, in seconds: a calm voice speaks some fourteen characters each second. */
export const secondsToSay = (text: string): number => Math.ceil(text.trim().length / 14);
