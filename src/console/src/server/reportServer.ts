import type * as A from "./answers";
import { type clientFor, told } from "./ask";
import { at } from "./at";

type Blobs = Promise<{ data?: Blob; error?: unknown; response: Response }>;
export type ReportFile = "csv" | "xlsx" | "html";

/** Reports: what they say, what is contested in them, and files of them. */
export const reportServer = (api: ReturnType<typeof clientFor>) => ({
  reports: (period: string | null) => told(api.GET("/api/reports", { params: { query: period === null ? {} : { period } } })) as Promise<A.Reports>,
  report: (report: string, version: number | null) =>
    told(api.GET("/api/reports/{report}", { params: { path: { report }, query: version === null ? {} : { version } } })) as Promise<A.Report>,
  makeReport: (subject: string, period: string) => told(api.POST("/api/reports", { body: { subject, period } })) as Promise<A.ReportSummary>,
  contest: (report: string, transfer: string, reason: string, words: string) =>
    told(api.POST("/api/reports/{report}/objections", { ...at({ report }), body: { transfer, reason, words } })),
  rule: (report: string, objection: string, countedAs: string, why: string) =>
    told(api.POST("/api/reports/{report}/objections/{objection}/ruling", { ...at({ report, objection }), body: { countedAs, why } })),
  correct: (report: string, why: string, rows: { transfer: string; countedAs: string }[]) =>
    told(api.POST("/api/reports/{report}/corrections", { ...at({ report }), body: { why, rows } })),
  reportFile: async (report: string, version: number, file: ReportFile, language: string): Promise<Blob> => {
    const asked = { params: { path: { report }, query: { version, language } }, parseAs: "blob" } as never;
    const doors = {
      csv: () => api.GET("/api/reports/{report}/report.csv", asked) as Blobs,
      xlsx: () => api.GET("/api/reports/{report}/report.xlsx", asked) as Blobs,
      html: () => api.GET("/api/reports/{report}/report.html", asked) as Blobs,
    };
    return (await told(doors[file]())) as Blob;
  },
  figureRows: (scope: string, period: string, ending: string | null, after: string | null) =>
    told(
      api.GET("/api/figures/rows", {
        params: { query: { scope, period, ...(ending === null ? {} : { ending }), ...(after === null ? {} : { after }) } },
      }),
    ) as Promise<A.FigureRows>,
  definitions: (language: string) => told(api.GET("/api/definitions", { params: { query: { language } } })) as Promise<A.Definition[]>,
  morning: (unit: string) => told(api.GET("/api/offices/{unit}/morning", at({ unit }))) as Promise<A.MorningSheet>,
});

/** What everybody may see, as nobody. */
export const publicServer = (api: ReturnType<typeof clientFor>) => ({
  figures: (period: string | null) =>
    told(api.GET("/api/public/figures", { params: { query: period === null ? {} : { period } } })) as Promise<A.PublicFigures>,
  definitions: (language: string) => told(api.GET("/api/public/definitions", { params: { query: { language } } })) as Promise<A.Definition[]>,
});
