/** One key for each thing an agent does. The same in all languages, so that hands need not learn again. */
export const keyOf = {
  takeNext: "n",
  answer: "a",
  ready: "g",
  pause: "j",
  search: "f",
  transfer: "s",
  skipConsult: "u",
  merge: "k",
  complete: "l",
  return: "r",
  cancel: "x",
  passOn: "v",
  callback: "b",
  mute: "m",
  hold: "h",
  keypad: "t",
  invite: "i",
  end: "e",
  help: "?",
} as const;

export type Shortcut = keyof typeof keyOf;

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "repeat" | "defaultPrevented" | "isComposing">;

/** Where the key was pressed: in a field that takes text, in a dialog, or on the page. */
export type Where = "field" | "dialog" | "page";

const shortcuts = Object.entries(keyOf) as [Shortcut, string][];

/**
 * Which shortcut was meant, or null. Never while somebody writes or a dialog asks, never with Ctrl, Alt or the system's key (those are
 * the browser's and the screen reader's), and never because a key was held down.
 */
export const shortcutOf = (pressed: Pressed, where: Where): Shortcut | null => {
  if (where !== "page" || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  if (pressed.repeat || pressed.defaultPrevented || pressed.isComposing) return null;
  return shortcuts.find(([, key]) => key === pressed.key.toLowerCase())?.[0] ?? null;
};

const writes = (element: Element): boolean =>
  element.matches("textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

export const whereOf = (target: EventTarget | null): Where => {
  if (!(target instanceof Element)) return "page";
  if (writes(target)) return "field";
  return target.closest("dialog, [role=dialog]") === null ? "page" : "dialog";
};
