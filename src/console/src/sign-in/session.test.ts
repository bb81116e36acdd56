import { expect, test } from "vitest";
import { isRole, seesFlags, tokenOf } from "./session";

test("each role has its demo token", () => expect(tokenOf("lead")).toBe("demo-lead"));

test("what is no role is not taken for one", () => {
  expect(isRole("supervisor")).toBe(true);
  expect(isRole("king")).toBe(false);
  expect(isRole(null)).toBe(false);
});

test("officers and agents are not shown flags", () => {
  expect(["supervisor", "lead", "administrator"].filter(isRole).every(seesFlags)).toBe(true);
  expect(["officer", "agent"].filter(isRole).some(seesFlags)).toBe(false);
});
