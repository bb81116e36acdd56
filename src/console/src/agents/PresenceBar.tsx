import { CogIcon, CalculatorIcon } from "@navikt/aksel-icons";
import { Button, Switch, Tag } from "@navikt/ds-react";
import { useState } from "react";
import { lasting, secondsSince } from "../clock";
import { KeyButton } from "../keys/KeyButton";
import { useShortcut } from "../keys/Keys";
import { useLive, useNow } from "../live/Live";
import { useActs } from "../server/Acts";
import type { Desk, PresenceState } from "../server/answers";
import { useWords } from "../words/useWords";
import { StationDialog } from "./StationDialog";

const looks: Record<PresenceState, "success" | "warning" | "danger" | "neutral"> = {
  Ready: "success",
  Paused: "warning",
  WrapUp: "warning",
  NotAnswering: "danger",
  SignedOut: "neutral",
};

/** Who I am to the queue: present or not, offered calls or not, and on which telephone. */
export const PresenceBar = ({ desk, showKeys }: { desk: Desk; showKeys: () => void }) => {
  const { words } = useWords();
  const { server } = useLive();
  const { act, doing } = useActs();
  const now = useNow();
  const [choosesStation, chooseStation] = useState(false);
  const { presence, agent, station } = desk;
  const be = (state: string, offered = presence.offered) => act("presence", () => server.be(agent.id, { state, offered }));
  const busy = doing === "presence";
  useShortcut("help", showKeys, true);
  return (
    <section className="presence" aria-label={words("presence")}>
      <span className="presence-who">
        <strong>{agent.name}</strong>
        {desk.call?.agentPlace === "InRoom" ? (
          <Tag size="small" variant="strong" data-color="info">
            {words("presence.inCall")}
          </Tag>
        ) : (
          <Tag size="small" variant="strong" data-color={looks[presence.state]}>
            {words(`presence.${presence.state}`)}
            {presence.state !== "SignedOut" && ` · ${lasting(secondsSince(presence.since, now))}`}
          </Tag>
        )}
      </span>
      {presence.state !== "Ready" && (
        <KeyButton size="small" shortcut="ready" press={() => be("Ready")} loading={busy}>
          {words("beReady")}
        </KeyButton>
      )}
      {presence.state !== "Paused" && (
        <KeyButton size="small" variant="secondary" shortcut="pause" press={() => be("Paused")} loading={busy}>
          {words("bePaused")}
        </KeyButton>
      )}
      {presence.state !== "SignedOut" && desk.call === null && (
        <Button size="small" variant="tertiary" onClick={() => be("SignedOut")} loading={busy}>
          {words("beSignedOut")}
        </Button>
      )}
      <Switch size="small" checked={presence.offered} onChange={(event) => be(presence.state === "NotAnswering" ? "Ready" : presence.state, event.target.checked)}>
        {words("offerMe")}
      </Switch>
      <span className="presence-tools">
        <Button size="small" variant="tertiary" data-color="neutral" icon={<CogIcon aria-hidden />} onClick={() => chooseStation(true)}>
          {words(`station.${station.kind}`)}
        </Button>
        <Button size="small" variant="tertiary" data-color="neutral" icon={<CalculatorIcon aria-hidden />} onClick={showKeys} aria-keyshortcuts="?">
          {words("keys")}
        </Button>
      </span>
      {choosesStation && <StationDialog desk={desk} close={() => chooseStation(false)} />}
    </section>
  );
};
