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
export const timeOfDay = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { ...oslo, hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(new Date(at));
