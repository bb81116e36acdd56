import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

type By = "sms" | "voice";

/** Notices, phones that were tried before a shift, and phones that are shown to be their officer's. A number goes in a body, never in an address. */
export const noticeServer = (api: ReturnType<typeof clientFor>) => ({
  openNotices: (unit: string | null) => told(api.GET("/api/notices", { params: { query: unit === null ? { open: true } : { open: true, unit } } })) as Promise<A.Notice[]>,
  confirmNotice: (notice: string) => told(api.POST("/api/notices/{notice}/confirm", at({ notice }))),
  phoneDrills: (unit: string) => told(api.GET("/api/phone-drills", { params: { query: { unit } } })) as Promise<A.LineDrills[]>,

  phones: (officer: string) => told(api.GET("/api/officers/{officer}/phones", at({ officer }))) as Promise<A.OfficerPhone[]>,
  sendCode: (officer: string, number: string, by: By) => told(api.POST("/api/officers/{officer}/phones/codes", { ...at({ officer }), body: { number, by } })),
  verifyPhone: (officer: string, number: string, code: string) =>
    told(api.POST("/api/officers/{officer}/phones/verifications", { ...at({ officer }), body: { number, code } })),
});
