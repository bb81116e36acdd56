/** How long a line is to be out of service. Always with an end: a line that nobody remembers to open again answers nobody. */
export const howLong = ["quarter", "hour", "twoHours", "today"] as const;
export type HowLong = (typeof howLong)[number];

const minutes: Record<Exclude<HowLong, "today">, number> = { quarter: 15, hour: 60, twoHours: 120 };

/** Midnight in Norway after a time in milliseconds; the day of the switch has 23 or 25 hours, so it is sought by the hour. */
const midnightAfter = (now: number): number => {
  const dayOf = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Oslo" }).format(at);
  const hour = 3_600_000;
  let at = Math.floor(now / hour) * hour + hour;
  while (dayOf(at) === dayOf(now)) at += hour;
  return at;
};

/** When it ends, to the whole minute. */
export const until = (long: HowLong, now: number): Date =>
  new Date(long === "today" ? midnightAfter(now) : Math.ceil((now + minutes[long] * 60_000) / 60_000) * 60_000);
