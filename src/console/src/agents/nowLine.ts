import type { Desk, DeskCall, Transfer } from "../server/answers";
import { accepted, findingRoom, listening, ringing, secondsLeft } from "../transfers/ladder";
import { transferOf } from "../transfers/verbs";
import type { Key } from "../words/words";

/** How it looks: quiet, calling for a hand, under way, good, or wrong. */
export type Tone = "calm" | "call" | "busy" | "good" | "wrong";

/** What fills a place in a text: a number, a text (one that begins with "told." is itself a key of the words), or several of them. */
export type Filling = string | number | string[];

export type Say = { key: Key; filled?: Record<string, Filling> };

/**
 * What is happening now, in one line. `says` is the line, and is read out when it changes; `after` (seconds left, what comes next)
 * is shown beside it and changes without being read out.
 */
export type NowLine = { tone: Tone; says: Say; after: Say[] };

const line = (tone: Tone, key: Key, filled?: Record<string, Filling>, ...after: Say[]): NowLine => ({
  tone,
  says: filled === undefined ? { key } : { key, filled },
  after,
});

export const nowLine = (desk: Desk, now: number): NowLine => (desk.call === null ? withoutCall(desk) : withCall(desk, desk.call, now));

const withoutCall = ({ presence, queue }: Desk): NowLine => {
  const waiting: Say = queue.waiting === 0 ? { key: "now.nobodyWaits" } : { key: "now.waiting", filled: { count: queue.waiting } };
  switch (presence.state) {
    case "NotAnswering":
      return line("wrong", "now.notAnswering");
    case "WrapUp":
      return line("calm", "now.wrapUp", undefined, waiting);
    case "Paused":
      return line("calm", "now.paused", undefined, waiting);
    case "SignedOut":
      return line("calm", "now.signedOut", undefined, waiting);
    case "Ready":
      return line(queue.waiting > 0 && !presence.offered ? "call" : "calm", presence.offered ? "now.ready" : "now.readyNotOffered", undefined, waiting);
  }
};

const withCall = ({ station }: Desk, call: DeskCall, now: number): NowLine => {
  if (call.agentPlace === "Rung") return rung(call, station.kind === "Softphone");
  const transfer = transferOf(call);
  if (transfer !== null) return inTransfer(call, transfer, now);
  if (call.callerOnHold) return line("busy", "now.onHold");
  return call.transfer === null ? talking(call) : afterTransfer(call, call.transfer);
};

const rung = (call: DeskCall, here: boolean): NowLine => {
  const key = call.urgency === "Urgent" ? "now.rungUrgent" : "now.rung";
  return line("call", key, { place: placeOf(call) }, { key: here ? "now.rungSoftphone" : call.isCallback ? "now.rungCallback" : "now.rungHow" });
};

const talking = (call: DeskCall): NowLine =>
  line("good", "now.talking", { place: placeOf(call) }, ...(call.muted ? [{ key: "now.muted" } as const] : []));

const afterTransfer = (call: DeskCall, transfer: Transfer): NowLine => {
  if (transfer.state === "Unanswered") {
    const promised = call.callbacks.length > 0;
    return line("wrong", promised ? "now.unansweredPromised" : "now.unanswered", { office: officeOf(call) });
  }
  return line("good", transfer.state === "Cancelled" ? "now.cancelled" : "now.returned", { place: placeOf(call) });
};

const inTransfer = (call: DeskCall, transfer: Transfer, now: number): NowLine => {
  const taker = names(accepted(transfer));
  const officer = taker.length > 0 ? taker : "told.theOfficer";
  switch (transfer.state) {
    case "Joining":
      return line("busy", "now.joining", { officer });
    case "Consulting":
      return line("busy", "now.consulting", { officer });
    case "RingingCaller":
      return line("busy", "now.ringingCaller", { officer });
    case "Connected":
      return transfer.hasAgent ? line("good", "now.connected", { officer }) : line("good", "now.left", { officer });
    case "PassingOn":
      return line("busy", "now.passingOn", { officer });
    case "Rejoining":
      return line("busy", "now.rejoining", { officer });
    case "Interrupted":
      return line("wrong", "now.interrupted", { officer });
    default:
      return climbing(call, transfer, now);
  }
};

const climbing = (call: DeskCall, transfer: Transfer, now: number): NowLine => {
  if (transfer.waitingForPhone) return line("busy", "now.waitingForPhone", { office: officeOf(call) });
  const next: Say = transfer.nextRung === null ? { key: "now.lastRung" } : { key: "now.nextRung", filled: { rung: `told.${transfer.nextRung}` } };
  const hears = names(listening(transfer));
  if (hears.length > 0) return line("busy", "now.listening", { officer: hears }, next);
  const rings = names(ringing(transfer));
  const left = secondsLeft(transfer, now);
  const seconds: Say[] = left === null ? [] : [secondsTold(left)];
  if (rings.length > 0) return line("busy", "now.ringing", { officer: rings }, ...seconds, next);
  const finds = names(findingRoom(transfer));
  if (finds.length > 0) return line("busy", "now.findingRoom", { officer: finds }, ...seconds);
  return line("busy", "now.dialling", { office: officeOf(call) }, next);
};

// The provider rings up to five seconds longer than it was asked to.
const secondsTold = (left: number): Say =>
  left === 0 ? { key: "now.anyMoment" } : { key: left === 1 ? "now.secondLeft" : "now.secondsLeft", filled: { seconds: left } };

const names = (people: { name: string }[]): string[] => people.map((person) => person.name);

const placeOf = (call: DeskCall): string => call.place?.name ?? call.office?.name ?? "told.unknownPlace";

/** The office whose phones are rung; it has no name here once the caller was passed on to another. */
const officeOf = (call: DeskCall): string => (call.office !== null && call.office.unit === call.transfer?.unit ? call.office.name : "told.theOffice");
