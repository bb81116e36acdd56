import { useQuery } from "@tanstack/react-query";
import { useLive } from "../live/Live";
import type { Definition } from "../server/answers";
import { useWords } from "../words/useWords";

export type Named = { nameOf: (key: string) => string; unitOf: (key: string) => Definition["unit"] | undefined };

export const named = (all: Definition[]): Named => {
  const byKey = new Map(all.map((one) => [one.key, one]));
  return { nameOf: (key) => byKey.get(key)?.name ?? key, unitOf: (key) => byKey.get(key)?.unit };
};

/** What each figure is called and is, in the reader's language. */
export const useDefinitions = (): Definition[] => {
  const { server } = useLive();
  const { language } = useWords();
  return useQuery({ queryKey: ["definitions", language], queryFn: () => server.definitions(language), staleTime: Number.POSITIVE_INFINITY }).data ?? [];
};
