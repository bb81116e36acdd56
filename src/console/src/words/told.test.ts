import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dictionaries } from "./words";

const source = join(import.meta.dirname, "../../..");

const files = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cs") && !/(^|\/)(bin|obj)\//.test(name))
    .map((name) => join(source, folder, name));

/** The texts of every class of words that the timeline, a call-back or a flag is written with. */
const wordsOf = (code: string): string[] =>
  [...code.matchAll(/static class \w*(?:Stories|Reasons)\n\{([\s\S]*?)\n\}/g)].flatMap(([, body]) =>
    [...body!.matchAll(/(?:=|=>) "([^"]+)"/g)].map(([, text]) => text!),
  );

test("all that the server tells is translated", () => {
  const told = [...files("CallRouting.Core"), ...files("CallRouting.Server")].flatMap((file) => wordsOf(readFileSync(file, "utf8")));
  expect(told.length).toBeGreaterThan(50);
  expect(told.filter((text) => !Object.hasOwn(dictionaries.nb, `told.${text}`))).toEqual([]);
});
