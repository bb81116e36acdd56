import { afterEach, expect, test, vi } from "vitest";
import { readFeed, type Told } from "./feed";

afterEach(() => vi.unstubAllGlobals());

const bodyOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (const part of parts) stream.enqueue(new TextEncoder().encode(part));
      stream.close();
    },
  });

const listening = () => {
  const heard: (Told | "hello" | null)[] = [];
  return { heard, listener: { opened: () => heard.push("hello"), told: (event: Told | null) => heard.push(event) } };
};

test("what was told is heard though it comes in pieces, and the last id is kept to resume after", async () => {
  const ask = vi.fn(async () => new Response(bodyOf("event: hello\ndata: {}\n\nid: 41\nevent: to", 'ld\ndata: {"sequence":41,"kind":"ringing"}\n\n', "id: 42\nevent: told\ndata: ?\n\n")));
  vi.stubGlobal("fetch", ask);
  const { heard, listener } = listening();

  const last = await readFeed("demo-agent", "40", listener, new AbortController().signal);

  expect(heard).toEqual(["hello", { sequence: 41, kind: "ringing" }, null]);
  expect(last).toBe("42");
  expect(ask).toHaveBeenCalledWith("/api/live", expect.objectContaining({ headers: expect.objectContaining({ "Last-Event-ID": "40", Authorization: "Bearer demo-agent" }) }));
});

test("a refusal or a dead line loses no place", async () => {
  const { heard, listener } = listening();
  vi.stubGlobal("fetch", async () => new Response("no", { status: 503 }));
  expect(await readFeed("t", "40", listener, new AbortController().signal)).toBe("40");
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await readFeed("t", "40", listener, new AbortController().signal)).toBe("40");
  expect(heard).toEqual([]);
});

test("a feed without a word for longer than three heartbeats is given up", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => new Promise((_, fail) => signal!.addEventListener("abort", () => fail(signal!.reason))));
  const reading = readFeed("t", "7", listening().listener, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(46_000);
  expect(await reading).toBe("7");
  vi.useRealTimers();
});
