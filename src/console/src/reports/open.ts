import type { ReportFile } from "../server/reportServer";

/** A page is opened in a tab of its own; a table is kept. The address holds for a minute, which is long enough for both. */
export const opened = (file: Blob, name: string, kind: ReportFile): void => {
  const address = URL.createObjectURL(kind === "html" ? new Blob([file], { type: "text/html" }) : file);
  if (kind === "html") {
    window.open(address, "_blank", "noopener");
  } else {
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name.replaceAll("/", "–")}.${kind}`;
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
