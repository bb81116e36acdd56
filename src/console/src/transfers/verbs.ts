import type { DeskCall, Transfer } from "../server/answers";

/** What the agent can do with the call, each by one key. */
export type Verb =
  | "transfer"
  | "skipConsult"
  | "merge"
  | "complete"
  | "return"
  | "cancel"
  | "passOn"
  | "callback"
  | "mute"
  | "hold"
  | "keypad"
  | "invite"
  | "end";

const over = ["Completed", "Returned", "Unanswered", "Cancelled", "Abandoned", "PassedOn"];

/** The transfer that goes on now, or null. One that is over is only a story. */
export const transferOf = (call: DeskCall): Transfer | null =>
  call.transfer !== null && !over.includes(call.transfer.state) ? call.transfer : null;

/** Nobody has accepted yet. */
export const isClimbing = (call: DeskCall): boolean => {
  const state = transferOf(call)?.state;
  return state !== undefined && ["Ringing", "AwaitingPhone"].includes(state);
};

const inState = (state: string): Verb[] => {
  switch (state) {
    case "Joining":
      return ["skipConsult", "cancel", "complete"];
    case "Consulting":
      return ["merge", "complete", "return"];
    case "Connected":
      return ["complete", "return", "passOn"];
    case "RingingCaller":
    case "PassingOn":
    case "Rejoining":
    case "Interrupted":
      return [];
    default:
      // Ringing and AwaitingPhone.
      return ["skipConsult", "cancel", "complete"];
  }
};

/** Which verbs the server would take now, as the rules of a transfer have it; the server still decides. */
export const verbsOf = (call: DeskCall): ReadonlySet<Verb> => {
  if (call.agentPlace !== "InRoom") return new Set();
  const room: Verb[] = ["mute", "keypad", "invite"];
  const transfer = transferOf(call);
  if (transfer !== null) return new Set(transfer.hasAgent ? [...inState(transfer.state), ...room] : room);
  const alone: Verb[] = ["hold", "callback", "end"];
  if (call.office !== null) alone.push("transfer");
  return new Set([...alone, ...room]);
};
