import { expect, test } from "vitest";
import { dictionaries, isLanguage, toldIn, wordsIn } from "./words";

const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(["nn", "en"] as const)("%s says all that bokmål says, with the same places to fill", (language) => {
  expect(Object.keys(dictionaries[language]).sort()).toEqual(Object.keys(dictionaries.nb).sort());
  for (const [key, text] of Object.entries(dictionaries.nb)) {
    expect(placesOf(Object.entries(dictionaries[language]).find(([each]) => each === key)![1]), key).toEqual(placesOf(text));
  }
});

test("places are filled", () => expect(wordsIn("en", "ringsAgain", { when: "10:40" })).toBe("Rung again 10:40"));

test("the server's words are translated, and stay as they are when nobody translated them", () => {
  expect(toldIn("nb", "nobody accepted")).toBe("Ingen tok imot");
  expect(toldIn("nb", "Nav, det nasjonale nummeret")).toBe("Nav, det nasjonale nummeret");
});

test("a language that is not here is none", () => {
  expect(isLanguage("nn")).toBe(true);
  expect(isLanguage("se")).toBe(false);
  expect(isLanguage("toString")).toBe(false);
});
