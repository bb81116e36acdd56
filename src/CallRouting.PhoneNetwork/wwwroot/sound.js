/** The bell: two short tones and a pause, while something rings and the toggle is on. */
export const ringer = {
  on: false,
  ringing: false,
  audio: null,
  timer: null,

  turn(on) {
    this.on = on;
    if (on) this.audio ??= new AudioContext();
    this.ring(this.ringing);
  },

  ring(ringing) {
    this.ringing = ringing;
    const wanted = this.on && ringing;
    if (wanted && !this.timer) {
      this.bell();
      this.timer = setInterval(() => this.bell(), 3000);
    } else if (!wanted && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
  },

  bell() {
    for (const start of [0, 0.4]) {
      const tone = this.audio.createOscillator();
      const volume = this.audio.createGain();
      tone.frequency.value = 425;
      volume.gain.value = 0.08;
      tone.connect(volume).connect(this.audio.destination);
      tone.start(this.audio.currentTime + start);
      tone.stop(this.audio.currentTime + start + 0.25);
    }
  },
};

/** The voice: reads what the selected phone hears, in its language, while the toggle is on and the browser can. */
export const reader = {
  on: false,

  turn(on) {
    this.on = on;
    if (!on) globalThis.speechSynthesis?.cancel();
  },

  say(text, language) {
    if (!this.on || !globalThis.speechSynthesis) return;
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = language;
    speechSynthesis.speak(speech);
  },
};
