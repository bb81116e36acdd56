import type { Needs } from "../server/answers";
import type { Say } from "../agents/nowLine";

/** What somebody must prepare for to talk with this caller, each as a short text. */
export const needsTold = (needs: Needs): Say[] => {
  const told: Say[] = [];
  if (needs.interpreter !== null) told.push({ key: "needs.interpreterOf", filled: { language: needs.interpreter } });
  if (needs.samiSpeaking) told.push({ key: "needs.sami" });
  if (needs.textInstead) told.push({ key: "needs.text" });
  return told;
};
