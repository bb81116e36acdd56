import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

type Target = { unit?: string; line?: string };
type Verb = "skip-consult" | "merge" | "complete" | "return" | "cancel";

/** An agent's part of it: the desk, the queue, a call and its transfer. */
export const agentServer = (api: ReturnType<typeof clientFor>) => ({
  desk: (agent: string) => told(api.GET("/api/agents/{agent}/desk", at({ agent }))) as Promise<A.Desk>,
  queue: () => told(api.GET("/api/queue")) as Promise<A.Waiting[]>,
  be: (agent: string, presence: { state: string; offered?: boolean; code?: string }) =>
    told(api.PUT("/api/agents/{agent}/presence", { ...at({ agent }), body: { offered: null, code: null, ...presence } })),
  sitAt: (agent: string, station: { kind: A.StationKind; number?: string }) =>
    told(api.PUT("/api/agents/{agent}/station", { ...at({ agent }), body: { number: null, ...station } })),
  softphone: (agent: string) => told(api.POST("/api/agents/{agent}/softphone-token", at({ agent }))),
  takeNext: (agent: string) => told(api.POST("/api/agents/{agent}/take-next", at({ agent }))),
  take: (call: string, agent: string) => told(api.POST("/api/queue/{call}/take", { ...at({ call }), body: { agent } })),

  needs: (call: string, needs: A.Needs) => told(api.PUT("/api/calls/{call}/needs", { ...at({ call }), body: needs })),
  place: (call: string, place: { areaCode?: string; unit?: string }) =>
    told(api.PUT("/api/calls/{call}/place", { ...at({ call }), body: { areaCode: null, unit: null, ...place } })),
  urgency: (call: string, urgency: A.Urgency) => told(api.PUT("/api/calls/{call}/urgency", { ...at({ call }), body: { urgency } })),
  note: (call: string, note: A.Note) => told(api.PUT("/api/calls/{call}/note", { ...at({ call }), body: note })),
  promise: (call: string, target: Target) => told(api.POST("/api/calls/{call}/callbacks", { ...at({ call }), body: target })),
  end: (call: string) => told(api.POST("/api/calls/{call}/end", at({ call }))),

  mute: (call: string, on: boolean) => told(api.PUT("/api/calls/{call}/mute", { ...at({ call }), body: { on } })),
  hold: (call: string, on: boolean) => told(api.PUT("/api/calls/{call}/hold", { ...at({ call }), body: { on } })),
  keys: (call: string, keys: string) => told(api.POST("/api/calls/{call}/keys", { ...at({ call }), body: { keys } })),
  invite: (call: string, whom: { name: string; number: string } | { lead: true; unit: string }) =>
    told(api.POST("/api/calls/{call}/third-parties", { ...at({ call }), body: { lead: false, ...whom } })),
  dismiss: (call: string, leg: string) => told(api.DELETE("/api/calls/{call}/third-parties/{leg}", at({ call, leg }))),

  transfer: (call: string, target: Target) => told(api.POST("/api/calls/{call}/transfers", { ...at({ call }), body: target })),
  tell: (transfer: string, verb: Verb) => told(api.POST(`/api/transfers/{transfer}/${verb}`, at({ transfer }))),
  passOn: (transfer: string, where: Target & { agent?: boolean; wrongOffice?: boolean }) =>
    told(api.POST("/api/transfers/{transfer}/pass-on", { ...at({ transfer }), body: { agent: false, wrongOffice: false, ...where } })),
});
