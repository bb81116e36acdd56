import { useState } from "react";
import { KeyButton } from "../keys/KeyButton";
import { useLive } from "../live/Live";
import { useActs } from "../server/Acts";
import type { DeskCall } from "../server/answers";
import { useWords } from "../words/useWords";
import { EndDialog } from "./EndDialog";
import { InviteDialog } from "./InviteDialog";
import { KeypadDialog } from "./KeypadDialog";
import { PassOnDialog } from "./PassOnDialog";
import { ThirdParties } from "./ThirdParties";
import { isClimbing, type Verb, verbsOf } from "./verbs";

type Dialog = "passOn" | "keypad" | "invite" | "end";

/** What the agent can do now, one key each: the transfer's verbs first, then the room's, and the end by itself. */
export const VerbBar = ({ call, line }: { call: DeskCall; line: string | null }) => {
  const { words } = useWords();
  const { doing } = useActs();
  const [dialog, open] = useState<Dialog | null>(null);
  const deeds = useDeeds(call, line, open);
  const may = verbsOf(call);
  const close = () => open(null);

  const button = (verb: Verb, look: "primary" | "secondary" | "tertiary" = "secondary", color?: "danger" | "neutral") =>
    may.has(verb) && (
      <KeyButton key={verb} size="small" variant={look} data-color={color} shortcut={verb} loading={doing === verb} press={deeds[verb]}>
        {words(wordOf(verb, call))}
      </KeyButton>
    );

  if (may.size === 0) return null;
  return (
    <div className="verbs" role="group" aria-label={words("verbs")}>
      <div className="verbs-transfer">
        {button("transfer", "primary")}
        {button("merge", "primary")}
        {button("skipConsult")}
        {button("cancel")}
        {button("complete", call.transfer?.state === "Connected" ? "primary" : "secondary")}
        {button("return")}
        {button("passOn")}
        {button("callback")}
      </div>
      <div className="verbs-room">
        {button("mute", "tertiary", "neutral")}
        {button("hold", "tertiary", "neutral")}
        {button("keypad", "tertiary", "neutral")}
        {button("invite", "tertiary", "neutral")}
        {button("end", "secondary", "danger")}
      </div>
      <ThirdParties call={call} />
      {dialog === "passOn" && <PassOnDialog call={call} close={close} />}
      {dialog === "keypad" && <KeypadDialog call={call} close={close} />}
      {dialog === "invite" && <InviteDialog call={call} close={close} />}
      {dialog === "end" && <EndDialog call={call} close={close} />}
    </div>
  );
};

const wordOf = (verb: Verb, call: DeskCall) => {
  if (verb === "mute" && call.muted) return "verb.unmute" as const;
  if (verb === "hold" && call.callerOnHold) return "verb.unhold" as const;
  if (verb === "complete" && isClimbing(call)) return "verb.completeClimbing" as const;
  return `verb.${verb}` as const;
};

const useDeeds = (call: DeskCall, line: string | null, open: (dialog: Dialog) => void): Record<Verb, () => void> => {
  const { server } = useLive();
  const { act } = useActs();
  const target = line === null ? { unit: call.office?.unit } : { line };
  const transfer = call.transfer?.id ?? "";
  return {
    transfer: () => act("transfer", () => server.transfer(call.id, target)),
    skipConsult: () => act("skipConsult", () => server.tell(transfer, "skip-consult")),
    merge: () => act("merge", () => server.tell(transfer, "merge")),
    complete: () => act("complete", () => server.tell(transfer, "complete")),
    return: () => act("return", () => server.tell(transfer, "return")),
    cancel: () => act("cancel", () => server.tell(transfer, "cancel")),
    callback: () => act("callback", () => server.promise(call.id, target)),
    mute: () => act("mute", () => server.mute(call.id, !call.muted)),
    hold: () => act("hold", () => server.hold(call.id, !call.callerOnHold)),
    passOn: () => open("passOn"),
    keypad: () => open("keypad"),
    invite: () => open("invite"),
    end: () => open("end"),
  };
};
