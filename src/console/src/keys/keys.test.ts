import { expect, test } from "vitest";
import { keyOf, shortcutOf } from "./keys";

const pressed = (key: string, changed = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, defaultPrevented: false, isComposing: false, ...changed });

test("no two things share a key, and no key is one of the telephone's", () => {
  const keys = Object.values(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => /[0-9*#]/.test(key))).toEqual([]);
});

test("a key on the page is a shortcut, in capitals too", () => {
  expect(shortcutOf(pressed("s"), "page")).toBe("transfer");
  expect(shortcutOf(pressed("S"), "page")).toBe("transfer");
  expect(shortcutOf(pressed("?"), "page")).toBe("help");
  expect(shortcutOf(pressed("q"), "page")).toBeNull();
});

test("never while writing or in a dialog, with another key held, or because it was held down", () => {
  expect(shortcutOf(pressed("s"), "field")).toBeNull();
  expect(shortcutOf(pressed("s"), "dialog")).toBeNull();
  for (const held of ["ctrlKey", "altKey", "metaKey", "repeat", "defaultPrevented", "isComposing"]) {
    expect(shortcutOf(pressed("s", { [held]: true }), "page"), held).toBeNull();
  }
});
