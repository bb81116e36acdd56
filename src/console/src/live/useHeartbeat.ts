import { useEffect, useState } from "react";

const every = 10_000;

/** Beats each ten seconds while the desk is open. Answers whether the last beat reached the server. */
export const useHeartbeat = (agent: string, token: string): boolean => {
  const [reached, setReached] = useState(true);
  useEffect(() => {
    const worker = new Worker(new URL("./heartbeat.worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<boolean>) => setReached(data);
    worker.postMessage({ url: `${location.origin}/api/agents/${encodeURIComponent(agent)}/heartbeat`, token, every });
    return () => worker.terminate();
  }, [agent, token]);
  return reached;
};
