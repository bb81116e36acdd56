import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import type { Announcement, Desk, Hit, Line } from "../src/server/answers";
import { queue, scene, sceneNames } from "./scenes.ts";

// A server in memory for working on the pages alone: `npm run dev:fake`. It shows scenes and takes every wish, but decides nothing:
// what a call does is the real server's. Not part of the build. /dev/scene/NAME changes the scene, /dev/cut cuts the feed.

const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const person = (id: string, name: string, reachable: "Yes" | "Busy" | "Paused" = "Yes") => ({ id, name, reachable, isPaused: reachable === "Paused" });
const moss = { number: "3103", name: "Moss", nameAlone: "Moss", county: "Østfold", hasDistricts: false, officialName: "Moss", offices: [{ areaCode: "3103", areaName: "Moss", office: { unit: "0104", name: "Nav Moss" }, confidence: "high" }] };

let desk: Desk = scene("queue");
let announcement: Announcement | null = null;
let isCut = false;
let sequence = 40;
const readers = new Set<ServerResponse>();
const outOfService = new Map<string, string>();

const lines = (unit: string): Line[] =>
  [
    { id: `${unit}-general`, name: "Sosiale tjenester", targetGroup: null, isGeneral: true },
    { id: `${unit}-youth`, name: "Ungdom", targetGroup: "under 25 år", isGeneral: false },
  ].map((line) => ({
    ...line,
    isOutOfService: outOfService.has(line.id),
    outOfServiceUntil: outOfService.get(line.id) ?? null,
    transfersOnly: !line.isGeneral,
    isKept: !outOfService.has(line.id),
    primary: [person("of-1", "Kari Primær")],
    backup: [person("of-2", "Bo Bakvakt", "Busy"), person("of-3", "Eli Ekstra", "Paused")],
  }));

const hits: Hit[] = [
  { kind: "formerplace", code: "0136", name: "Rygge", place: moss, district: null, office: { unit: "0104", name: "Nav Moss" } },
  { kind: "place", code: "3103", name: "Moss", place: moss, district: null, office: { unit: "0104", name: "Nav Moss" } },
  { kind: "office", code: "0104", name: "Nav Moss", place: null, district: null, office: { unit: "0104", name: "Nav Moss" } },
];

const timeline = ["call arrived", "urgency stated", "place known", "waiting for an agent", "taken by agent", "with agent", "transfer started", "ringing", "no answer", "ringing", "accepted"];
const story = (id: string) => ({
  call: { id, state: "InTransfer", language: "nb", urgency: "Urgent", areaCode: "3103", unit: "0104", agent: "ag-1", transfer: "tr-1", startedAt: soon(-200), endedAt: null, endedBecause: null },
  transfers: ["tr-1"],
  timeline: timeline.map((kind, index) => ({ sequence: index, at: soon(index * 9 - 200), kind, who: kind === "ringing" ? "Kari Primær" : null, detail: kind === "urgency stated" ? "Urgent" : null, transfer: null })),
});

const callback = (id: string, unit: string | null, hours: number, urgent: boolean) => ({
  id, call: `call-${id}`, unit, line: null, reason: "nobody accepted", urgent, language: "nb", areaCode: null, number: "known",
  createdAt: soon(-3600), dueAt: soon(hours * 3600), overdue: hours < 0, ringsAgainAt: urgent ? soon(400) : null, rings: 2,
});

// What a page sends is shown again as it came.
type Wish = { path: string; body: any };

const answers: [RegExp, (wish: Wish, found: string[]) => unknown][] = [
  [/^GET \/api\/sign-in$/, () => ({ roles: [
    { role: "agent", token: "demo-agent", people: [["ag-1", "Sol Berg"], ["ag-2", "Ada Lie"], ["ag-3", "Jon Moe"]].map(([id, name]) => ({ id, name, token: `demo-agent:${id}` })) },
    { role: "officer", token: "demo-officer", people: Array.from({ length: 40 }, (_, n) => ({ id: `of-${n}`, name: `Vakt ${n}, Nav Moss`, token: `demo-officer:of-${n}` })) },
    { role: "lead", token: "demo-lead", people: [{ id: "of-9", name: "Liv Leder, Nav Moss", token: "demo-lead:of-9" }] },
    { role: "supervisor", token: "demo-supervisor", people: [] },
    { role: "administrator", token: "demo-administrator", people: [] },
  ] })],
  [/^GET \/api\/me$/, () => ({ role: "lead", person: { id: "of-9", name: "Liv Leder" }, units: ["0104"] })],
  [/^GET \/api\/clock$/, () => ({ now: soon(0), speed: 1 })],
  [/^GET \/api\/agents\/[^/]+\/desk$/, () => ({ ...desk, now: soon(0) })],
  [/^GET \/api\/queue$/, queue],
  [/^GET \/api\/places/, ({ path }) => ({ on: "2026-11-23", hits: /q=(zz|xx)/.test(path) ? [] : hits })],
  [/^GET \/api\/offices\/(\d+)\/lines$/, (_, [unit]) => lines(unit!)],
  [/^GET \/api\/offices\/(\d+)$/, (_, [unit]) => ({ unit, name: unit === "0104" ? "Nav Moss" : unit === "0316" ? "Nav Gamle Oslo" : `Nav ${unit}` })],
  [/^GET \/api\/calls$/, () => [story("c-1").call, { ...story("c-2").call, state: "Waiting", urgency: "NotStated", language: "en", unit: null, startedAt: soon(-75) }, { ...story("c-3").call, state: "InMenu", urgency: "CanWait", language: "nn", startedAt: soon(-12) }]],
  [/^GET \/api\/calls\/([^/]+)$/, (_, [id]) => story(id!)],
  [/^GET \/api\/callbacks$/, () => [callback("a", "0104", -1, false), callback("b", "0316", 3, true), callback("c", null, 30, false)]],
  [/^GET \/api\/flags$/, () => [{ id: "f-1", call: "c-1", transfer: "tr-1", callback: "cb", unit: "0104", line: null, reason: "nobody accepted", urgent: true, countsAgainstOffice: true, raisedAt: soon(-900) }]],
  [/^GET \/api\/announcement$/, () => announcement ?? { on: false, texts: null, since: null, by: null, until: null }],
  [/^PUT \/api\/announcement$/, ({ body }) => void (announcement = { ...body, on: true, since: soon(0), by: "demo supervisor" })],
  [/^DELETE \/api\/announcement$/, () => void (announcement = null)],
  [/^GET \/api\/flows$/, () => [
    { name: "national", version: "9f2c61b07d5e41aa", takenUpAt: soon(-7200), faults: [{ file: "office.yaml", line: 41, message: 'node "ask_district" leads nowhere for key 3. Add a "to", or remove the key.' }] },
    { name: "single-office", version: "11aa0c9de2375b44", takenUpAt: soon(-90000), faults: [{ file: "office.yaml", line: 41, message: 'node "ask_district" leads nowhere for key 3. Add a "to", or remove the key.' }] },
  ]],
  [/^PUT \/api\/lines\/([^/]+)\/out-of-service$/, ({ body }, [line]) => void outOfService.set(line!, body.until)],
  [/^DELETE \/api\/lines\/([^/]+)\/out-of-service$/, (_, [line]) => void outOfService.delete(line!)],
  [/^PUT \/api\/agents\/[^/]+\/presence$/, ({ body }) => void (desk = { ...desk, presence: { ...desk.presence, ...body, since: soon(0) } })],
  [/^PUT \/api\/agents\/[^/]+\/station$/, ({ body }) => void (desk = { ...desk, station: { number: null, ...body } })],
  [/^POST \/api\/(agents\/[^/]+\/take-next|queue\/[^/]+\/take)$/, () => void (desk = scene("rung"))],
  [/^PUT \/api\/calls\/[^/]+\/(needs|note)$/, ({ body }, [what]) => void (desk.call && (desk = { ...desk, call: { ...desk.call, [what!]: body } }))],
  [/^PUT \/api\/calls\/[^/]+\/urgency$/, ({ body }) => void (desk.call && (desk = { ...desk, call: { ...desk.call, ...body } }))],
  [/^PUT \/api\/calls\/[^/]+\/place$/, () => void (desk.call && (desk = { ...desk, call: { ...desk.call, place: scene("talking").call!.place, office: { unit: "0104", name: "Nav Moss" } } }))],
  [/^PUT \/api\/calls\/[^/]+\/mute$/, ({ body }) => void (desk.call && (desk = { ...desk, call: { ...desk.call, muted: body.on } }))],
  [/^PUT \/api\/calls\/[^/]+\/hold$/, ({ body }) => void (desk.call && (desk = { ...desk, call: { ...desk.call, callerOnHold: body.on } }))],
  [/^POST \/api\/calls\/[^/]+\/transfers$/, () => ((desk = scene("ringing")), desk.call!.transfer)],
  [/^POST \/api\/transfers\/[^/]+\/([a-z-]+)$/, (_, [verb]) => ((desk = scene(verb === "merge" ? "connected" : verb === "complete" || verb === "pass-on" ? "wrapUp" : "talking")), null)],
  [/^POST \/api\/calls\/[^/]+\/end$/, () => void (desk = scene("wrapUp"))],
  [/^POST \/api\/calls\/[^/]+\/keys$/, () => undefined],
  [/^POST \/api\/calls\/[^/]+\/callbacks$/, () => void (desk = scene("unanswered"))],
  [/^POST \/api\/agents\/[^/]+\/heartbeat$/, () => undefined],
];

const tell = () => {
  sequence += 1;
  for (const reader of readers) reader.write(`id: ${sequence}\nevent: told\ndata: {"sequence":${sequence},"kind":"ringing"}\n\n`);
};

const feed = (response: ServerResponse) => {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(`event: hello\ndata: {"now":"${soon(0)}","last":${sequence}}\n\n`);
  readers.add(response);
  response.on("close", () => readers.delete(response));
};

const stage = (path: string, response: ServerResponse) => {
  const name = path.split("/").pop()!;
  if (sceneNames.includes(name)) desk = scene(name);
  if (name === "cut" || name === "mend") isCut = name === "cut";
  if (isCut) {
    for (const reader of readers) reader.end();
    readers.clear();
  }
  tell();
  response.end(sceneNames.join("\n"));
};

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === "" ? {} : JSON.parse(text);
};

const answer = async (request: IncomingMessage, response: ServerResponse) => {
  const path = request.url!;
  const asked = `${request.method} ${path}`;
  const found = answers.find(([pattern]) => pattern.test(asked));
  if (found === undefined || (isCut && !path.startsWith("/api/sign-in"))) {
    response.writeHead(found ? 503 : 404, { "Content-Type": "application/problem+json" });
    return response.end(JSON.stringify({ title: "No such thing", detail: `${asked}: the fake server does not know it.` }));
  }
  const body = await bodyOf(request);
  const told = found[1]({ path, body }, (found[0].exec(asked) ?? []).slice(1));
  if (request.method !== "GET" && !path.endsWith("heartbeat")) tell();
  if (told === undefined) return response.writeHead(204).end();
  response.writeHead(200, { "Content-Type": "application/json" });
  return response.end(JSON.stringify(told));
};

export const fakeServer = (): Plugin => ({
  name: "fake-server",
  configureServer: (vite) => {
    vite.middlewares.use((request, response, next) => {
      const path = request.url ?? "";
      if (path.startsWith("/dev/")) return stage(path, response);
      if (path === "/api/live" && !isCut) return feed(response);
      if (path.startsWith("/api/")) return void answer(request, response);
      next();
    });
  },
});
