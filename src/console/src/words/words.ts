import en from "./en.json";
import nb from "./nb.json";
import nn from "./nn.json";

export type Key = keyof typeof nb;
export type Language = "nb" | "nn" | "en";

export const dictionaries: Record<Language, Record<Key, string>> = { nb, nn, en };

export const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(dictionaries, text);

/** A text in a language, its {places} filled. */
export const wordsIn = (language: Language, key: Key, filled: Record<string, string | number> = {}): string =>
  dictionaries[language][key].replace(/\{(\w+)\}/g, (place, name: string) => String(filled[name] ?? place));

/** The server's own fixed words (reasons, timeline) in a language; as they are where nobody translated them. */
export const toldIn = (language: Language, text: string): string => {
  const key = `told.${text}`;
  return isKey(key) ? dictionaries[language][key] : text;
};

const isKey = (text: string): text is Key => Object.hasOwn(nb, text);
