import type { Language } from "./words/words";

const oslo = { timeZone: "Europe/Oslo" } as const;
// Not every browser knows nynorsk; bokmål is nearer to it than the browser's own language may be.
const locales: Record<Language, string[]> = { nb: ["nb-NO"], nn: ["nn-NO", "nb-NO"], en: ["en-GB"] };

/** A day and time in Norway, such as "man. 23. nov., 10:04". Instants come as ISO 8601 with an offset. */
export const dayAndTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...oslo,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));

/** A time of day in Norway with seconds, such as "10:04:26". */
export const timeOfDay = (at: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...oslo, hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));

/** A time of day in Norway to the minute, such as "10:04". */
export const hourAndMinute = (at: string | number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...oslo, hour: "2-digit", minute: "2-digit" }).format(new Date(at));

/** A length of time as people at a telephone read it: "0:07", "12:40", "1:02:09". Never below zero. */
export const lasting = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const pair = (count: number) => String(count).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(whole % 60)}` : `${minutes}:${pair(whole % 60)}`;
};

/** What the server's clock showed at a moment of this machine's own count (milliseconds), and how fast it goes. */
export type ServerClock = { now: number; at: number; speed: number };

/** The server's time now, in milliseconds since 1970. In the demo it goes faster than the wall's. */
export const serverTime = (clock: ServerClock, here: number): number => clock.now + (here - clock.at) * clock.speed;

/** Whole seconds from one instant to a time; below zero when the time is past. */
export const secondsUntil = (instant: string, now: number): number => Math.ceil((Date.parse(instant) - now) / 1000);

export const secondsSince = (instant: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
