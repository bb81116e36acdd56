import type { Person } from "../server/answers";

export const roles = ["agent", "officer", "lead", "supervisor", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Who sits here, and the bearer token that says so. A role may be nobody in particular. */
export type Session = { role: Role; token: string; person: Person | null };

export type Page =
  | "desk" | "callbacks" | "messages" | "supervision" | "flags" | "wallboard"
  | "lines" | "roster" | "coverage" | "reports" | "announcement" | "flows";

const kept = "callrouting.session";

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);

/** Who sees what; the server decides, and this spares the others a refusal. */
export const pagesOf = (session: Session): Page[] => {
  switch (session.role) {
    case "agent":
      return session.person === null ? ["supervision", "wallboard"] : ["desk", ...own(session), "supervision", "wallboard"];
    case "officer":
      return [...own(session), "supervision", "lines", "roster", "reports"];
    case "lead":
      return [...own(session), "supervision", "flags", "lines", "roster", "coverage", "reports", "flows"];
    case "supervisor":
    case "administrator":
      return ["supervision", "flags", "wallboard", "lines", "roster", "coverage", "reports", "announcement", "flows"];
  }
};

// One touch rings one person's phone, and a message is opened by somebody.
const own = (session: Session): Page[] => (session.person === null ? [] : ["callbacks", "messages"]);

export const seesFlags = (role: Role): boolean => role === "supervisor" || role === "lead" || role === "administrator";

/** Who asks an office about a flag, and closes it. */
export const followsUp = (role: Role): boolean => role === "supervisor" || role === "administrator";

/** Who answers for an office. */
export const answersFor = (role: Role): boolean => role === "lead" || role === "administrator";

/** Who takes a line out of service. */
export const keepsLines = (role: Role): boolean => role === "officer" || role === "lead" || role === "administrator";

/** Who draws drafts and publishes them. */
export const plansRosters = (role: Role): boolean => role === "lead" || role === "administrator";

const isSession = (value: unknown): value is Session => {
  if (typeof value !== "object" || value === null) return false;
  const { role, token, person } = value as Partial<Session>;
  return isRole(role) && typeof token === "string" && (person === null || (typeof person?.id === "string" && typeof person.name === "string"));
};

/** What was kept, or null when it is no session (an older one, or somebody's invention). */
export const read = (text: string | null): Session | null => {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
};

/** Only for this tab: a shared computer at a counter forgets with the tab. */
export const remembered = (): Session | null => read(sessionStorage.getItem(kept));

export const remember = (session: Session): void => sessionStorage.setItem(kept, JSON.stringify(session));

export const forget = (): void => sessionStorage.removeItem(kept);
