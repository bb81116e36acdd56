import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Shortcut, shortcutOf, whereOf } from "./keys";

type Handlers = Map<Shortcut, () => void>;
type Keys = { on: boolean; turn: (on: boolean) => void; handlers: Handlers };

const kept = "callrouting.keys";
const Context = createContext<Keys | null>(null);

/** One listener for all shortcuts below. They can be turned off (WCAG 2.1.4), and the browser remembers it. */
export const KeysProvider = ({ children }: { children: ReactNode }) => {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== "off");
  const handlers = useRef<Handlers>(new Map());

  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const where = document.querySelector("dialog[open]") === null ? whereOf(event.target) : "dialog";
      const shortcut = shortcutOf(event, where);
      const handle = shortcut && handlers.current.get(shortcut);
      if (!handle) return;
      event.preventDefault();
      handle();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  const value = useMemo<Keys>(
    () => ({
      on,
      handlers: handlers.current,
      turn: (wanted) => {
        localStorage.setItem(kept, wanted ? "on" : "off");
        setOn(wanted);
      },
    }),
    [on],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
};

export const useKeys = (): Keys => {
  const keys = useContext(Context);
  if (keys === null) throw new Error("useKeys outside of a KeysProvider");
  return keys;
};

/** Does something when the shortcut's key is pressed, while it may. */
export const useShortcut = (shortcut: Shortcut | null, handle: () => void, may: boolean): void => {
  const { handlers } = useKeys();
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    if (shortcut === null || !may) return;
    const run = () => latest.current();
    handlers.set(shortcut, run);
    return () => {
      if (handlers.get(shortcut) === run) handlers.delete(shortcut);
    };
  }, [handlers, shortcut, may]);
};
