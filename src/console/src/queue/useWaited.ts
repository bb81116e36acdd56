import { useLive, useNow } from "../live/Live";

/** Seconds that somebody has waited by now: what the snapshot said, and the server's time since it came (`fetchedAt`, milliseconds since 1970). */
export const useWaited = (fetchedAt: number): ((one: { waitedSeconds: number }) => number) => {
  const { clock } = useLive();
  useNow();
  const since = (Math.max(0, Date.now() - fetchedAt) / 1000) * clock.speed;
  return (one) => one.waitedSeconds + (fetchedAt === 0 ? 0 : since);
};
