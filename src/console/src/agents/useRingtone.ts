import { useEffect } from "react";

const kept = "callrouting.ringtone";

export const hasRingtone = (): boolean => localStorage.getItem(kept) !== "off";
export const turnRingtone = (on: boolean): void => localStorage.setItem(kept, on ? "on" : "off");

/** Two soft tones each two seconds while a call is offered. The browser lets us after the first click on the page. */
export const useRingtone = (rings: boolean): void => {
  useEffect(() => {
    if (!rings || !hasRingtone()) return;
    const audio = new AudioContext();
    const ring = () => {
      tone(audio, 523, audio.currentTime, 0.25);
      tone(audio, 659, audio.currentTime + 0.3, 0.35);
    };
    ring();
    const timer = setInterval(ring, 2_000);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [rings]);
};

const tone = (audio: AudioContext, hertz: number, start: number, seconds: number) => {
  const oscillator = new OscillatorNode(audio, { frequency: hertz });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.linearRampToValueAtTime(0.2, start + 0.03);
  loudness.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(loudness).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
};
