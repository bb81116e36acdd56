import type { Needs } from "../server/answers";

/** Which boxes are ticked; the interpreter's also while its language is still to be written. */
export const checkedOf = (needs: Needs, asksInterpreter: boolean): string[] => [
  ...(asksInterpreter ? ["interpreter"] : []),
  ...(needs.samiSpeaking ? ["sami"] : []),
  ...(needs.textInstead ? ["text"] : []),
];

/** What the boxes and the language say together. */
export const needsOf = (checked: string[], language: string): Needs => ({
  interpreter: checked.includes("interpreter") && language.trim() !== "" ? language.trim() : null,
  samiSpeaking: checked.includes("sami"),
  textInstead: checked.includes("text"),
});
