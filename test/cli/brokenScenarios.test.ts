import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenScenarios, messagePattern } from "../scenario/brokenScenarios.ts";
import { call, folderOf, noRunner } from "./call.ts";

describe("every broken scenario", () => {
  it.each(brokenScenarios(7, 30))(
    "ends with 2, messages with places, and no folder: $title",
    async ({ file, files }) => {
      const folder = folderOf(files);
      const { code, out, err } = await call(
        ["run", join(folder, file), "--out", join(folder, "out")],
        noRunner,
      );
      expect([code, out]).toEqual([2, ""]);
      const lines = err.replaceAll(`${folder}/`, "").trimEnd().split("\n");
      const messages = lines.slice(0, -1);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(messagePattern);
      expect(lines.at(-1)).toBe(messages.length === 1 ? "1 mistake" : `${messages.length} mistakes`);
      expect(existsSync(join(folder, "out"))).toBe(false);
    },
  );
});
