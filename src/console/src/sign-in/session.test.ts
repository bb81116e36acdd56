import { expect, test } from "vitest";
import { isRole, keepsLines, pagesOf, read, roles, seesFlags, type Session } from "./session";

const as = (role: Session["role"], person: Session["person"] = null): Session => ({ role, token: `demo-${role}`, person });

test("what is no role is not taken for one", () => {
  expect(isRole("supervisor")).toBe(true);
  expect(isRole("king")).toBe(false);
  expect(isRole(null)).toBe(false);
});

test("a session is kept and read again; anything else is none", () => {
  const session = as("agent", { id: "ag-1", name: "Sol Berg" });
  expect(read(JSON.stringify(session))).toEqual(session);
  for (const text of [null, "", "supervisor", "{}", '{"role":"king","token":"x","person":null}', '{"role":"agent"}']) {
    expect(read(text), String(text)).toBeNull();
  }
});

test("an agent who is somebody begins at the desk, all others at the lists", () => {
  expect(pagesOf(as("agent", { id: "ag-1", name: "Sol Berg" }))[0]).toBe("desk");
  for (const role of roles) expect(pagesOf(as(role))[0]).toBe("supervision");
});

test("officers and agents are not shown flags, and supervisors and agents do not close a line", () => {
  expect(roles.filter(seesFlags)).toEqual(["lead", "supervisor", "administrator"]);
  expect(roles.filter(keepsLines)).toEqual(["officer", "lead", "administrator"]);
});
