import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";

type Acts = {
  /** Does one thing after the other, in the order in which they were wished: keys typed fast arrive so. True when it was done. */
  act: (name: string, deed: () => Promise<unknown>) => Promise<boolean>;
  doing: string | null;
  error: Error | null;
  forgive: () => void;
};

const Context = createContext<Acts | null>(null);

/** What is being asked of the server now, and what it last said no to. */
export const ActsProvider = ({ children }: { children: ReactNode }) => {
  const questions = useQueryClient();
  const [doing, setDoing] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);

  const line = useRef<Promise<unknown>>(Promise.resolve());

  const carryOut = useCallback(
    async (name: string, deed: () => Promise<unknown>) => {
      setDoing(name);
      try {
        await deed();
        setError(null);
        return true;
      } catch (refused) {
        setError(refused instanceof Error ? refused : new Error(String(refused)));
        return false;
      } finally {
        setDoing(null);
        // Refused or not: a refusal often means that the page is behind.
        await questions.invalidateQueries({ queryKey: ["live"] });
      }
    },
    [questions],
  );
  const act = useCallback(
    (name: string, deed: () => Promise<unknown>) => {
      const done = line.current.then(() => carryOut(name, deed));
      line.current = done;
      return done;
    },
    [carryOut],
  );

  const forgive = useCallback(() => setError(null), []);
  const value = useMemo(() => ({ act, doing, error, forgive }), [act, doing, error, forgive]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
};

export const useActs = (): Acts => {
  const acts = useContext(Context);
  if (acts === null) throw new Error("useActs outside of an ActsProvider");
  return acts;
};

/** What was said no to since this dialog opened. */
export const useRefusal = (): Error | null => {
  const { error, forgive } = useActs();
  useEffect(forgive, [forgive]);
  return error;
};
