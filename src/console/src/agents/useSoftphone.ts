import type { Call, Device } from "@twilio/voice-sdk";
import { useEffect, useState } from "react";
import { useLive } from "../live/Live";

/** The telephone in this browser: off, on its way, ready to be rung, ringing, talking, or broken (and why). */
export type Softphone =
  | { state: "off" | "connecting" | "ready" | "talking" }
  | { state: "ringing"; answer: () => void }
  | { state: "failed"; why: string };

const off: Softphone = { state: "off" };
const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** While it is wanted, this browser is a telephone of the provider's that only rings; its library is fetched first then. */
export const useSoftphone = (agent: string, wanted: boolean): Softphone => {
  const { server } = useLive();
  const [softphone, become] = useState<Softphone>(off);

  useEffect(() => {
    if (!wanted) return become(off);
    let device: Device | null = null;
    let gone = false;
    const fail = (error: unknown) => become({ state: "failed", why: inWords(error) });
    const token = async () => (await server.softphone(agent)).token;

    const ring = (call: Call) => {
      become({ state: "ringing", answer: () => call.accept() });
      call.on("accept", () => become({ state: "talking" }));
      for (const over of ["cancel", "disconnect", "reject"] as const) call.on(over, () => become({ state: "ready" }));
    };
    const open = async () => {
      const first = await token();
      const { Device } = await import("@twilio/voice-sdk");
      if (gone) return;
      // Our own ringtone, because the library's are fetched from elsewhere; and whoever talks is asked before the page is closed.
      device = new Device(first, { logLevel: "error", disableAudioContextSounds: true, closeProtection: true });
      device.on("registered", () => become({ state: "ready" }));
      device.on("incoming", ring);
      device.on("error", fail);
      device.on("tokenWillExpire", () => void token().then((next) => device?.updateToken(next), fail));
      await device.register();
    };

    become({ state: "connecting" });
    open().catch(fail);
    return () => {
      gone = true;
      device?.destroy();
    };
  }, [agent, wanted, server]);

  return softphone;
};
