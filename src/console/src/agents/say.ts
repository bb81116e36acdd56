import type { Key } from "../words/words";
import type { Filling, Say } from "./nowLine";

type Words = (key: Key, filled?: Record<string, string | number>) => string;

/** A say in words; fillings that are keys themselves are read first, and several are told as people do: "Bo, Eli og Siv". */
export const read = ({ key, filled }: Say, words: Words): string =>
  words(key, filled && Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, wordOf(value, words)])));

const wordOf = (value: Filling, words: Words): string | number => {
  if (Array.isArray(value)) return [value.slice(0, -1).join(", "), value.at(-1)].filter(Boolean).join(` ${words("and")} `);
  return typeof value === "string" && value.startsWith("told.") ? words(value as Key) : value;
};
