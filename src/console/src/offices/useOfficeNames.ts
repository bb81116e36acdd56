import { useQueries } from "@tanstack/react-query";
import type { Server } from "../server/server";

/** Names of offices by unit number, each asked for once; the number itself until its name is there. */
export const useOfficeNames = (server: Server, units: string[]): ((unit: string) => string) => {
  const answers = useQueries({
    queries: units.map((unit) => ({ queryKey: ["office", unit], queryFn: () => server.officeName(unit), staleTime: Infinity })),
  });
  return (unit) => answers[units.indexOf(unit)]?.data ?? unit;
};
