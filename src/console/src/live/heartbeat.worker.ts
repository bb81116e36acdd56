/** Tells the server that an agent's console is alive. A worker, because browsers let timers of a page in the background sleep for a minute. */
self.onmessage = ({ data }: MessageEvent<{ url: string; token: string; every: number }>) => {
  const beat = () =>
    fetch(data.url, { method: "POST", headers: { Authorization: `Bearer ${data.token}` } })
      .then((response) => self.postMessage(response.ok))
      .catch(() => self.postMessage(false));
  void beat();
  setInterval(beat, data.every);
};
