/** The demo's roles: one fixed bearer token each, until employees sign in. */
export const roles = ["supervisor", "lead", "officer", "agent", "administrator"] as const;

export type Role = (typeof roles)[number];

const kept = "callrouting.role";

export const isRole = (text: string | null): text is Role => roles.some((role) => role === text);

export const tokenOf = (role: Role): string => `demo-${role}`;

/** Who sees what went unanswered; the server decides, and this spares the others a refusal. */
export const seesFlags = (role: Role): boolean => role === "supervisor" || role === "lead" || role === "administrator";

/** Only for this tab: a shared computer at a counter forgets with the tab. */
export const remembered = (): Role | null => {
  const text = sessionStorage.getItem(kept);
  return isRole(text) ? text : null;
};

export const remember = (role: Role): void => sessionStorage.setItem(kept, role);

export const forget = (): void => sessionStorage.removeItem(kept);
