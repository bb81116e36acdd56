import type { Key } from "../words/words";
import type { Say } from "./nowLine";

type Words = (key: Key, filled?: Record<string, string | number>) => string;

/** A say in words; fillings that are keys themselves are read first. */
export const read = ({ key, filled }: Say, words: Words): string =>
  words(key, filled && Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, wordOf(value, words)])));

const wordOf = (value: string | number, words: Words): string | number =>
  typeof value === "string" && value.startsWith("told.") ? words(value as Key) : value;
