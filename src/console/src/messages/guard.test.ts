import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { look, type Suspicion } from "./guard";

const examples = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../tests/CallRouting.Core.Tests/Messages/guarded_texts.json"), "utf8")) as {
  text: string;
  found: Suspicion[];
}[];

test("there are examples, and the server's tests have the same", () => expect(examples.length).toBeGreaterThan(30));

test.each(examples.map(({ text, found }) => [text, found] as const))("%j", (text, found) => expect(look(text)).toEqual(found));
