import { useQueries } from "@tanstack/react-query";
import { useLive } from "../live/Live";

/** Names of municipalities by number, each asked for once; undefined for what is no number that was asked for, or has no answer yet. */
export const usePlaceNames = (numbers: string[]): ((code: string) => string | undefined) => {
  const { server } = useLive();
  const answers = useQueries({
    queries: numbers.map((number) => ({ queryKey: ["place", number], queryFn: () => server.placeName(number), staleTime: Infinity })),
  });
  return (code) => answers[numbers.indexOf(code.slice(0, 4))]?.data ?? undefined;
};
