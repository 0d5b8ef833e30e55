import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type RunFile, type WrittenFile, writeRunFolder } from "../../src/run/writeRunFolder.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const manifestOf = (files: readonly WrittenFile[]) => JSON.stringify({ fentan: "0", files });
const textOf = (...path: string[]) => readFileSync(join(...path), "utf8");

const files: RunFile[] = [
  { name: "a.txt", content: "first" },
  { name: "b.bin", content: (path) => writeFileSync(path, Uint8Array.of(1, 2, 3)) },
];

describe("writing a run's folder", () => {
  it("writes all files, and the manifest from what was written", async () => {
    const folder = join(temporaryFolder(), "deep", "run");
    await writeRunFolder(folder, files, manifestOf);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.bin", "manifest.json"]);
    expect(JSON.parse(textOf(folder, "manifest.json")).files).toEqual([
      { name: "a.txt", bytes: 5, sha256: createHash("sha256").update("first").digest("hex") },
      {
        name: "b.bin",
        bytes: 3,
        sha256: createHash("sha256")
          .update(Uint8Array.of(1, 2, 3))
          .digest("hex"),
      },
    ]);
  });

  it("leaves nothing beside the folder", async () => {
    const above = temporaryFolder();
    await writeRunFolder(join(above, "run"), files, manifestOf);
    await writeRunFolder(join(above, "run"), files, manifestOf);
    expect(readdirSync(above)).toEqual(["run"]);
  });

  it("replaces a former run as a whole", async () => {
    const folder = join(temporaryFolder(), "run");
    await writeRunFolder(folder, files, manifestOf);
    await writeRunFolder(folder, [{ name: "a.txt", content: "second" }], manifestOf);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "manifest.json"]);
    expect(textOf(folder, "a.txt")).toBe("second");
  });

  it("keeps what no run wrote", async () => {
    const folder = join(temporaryFolder(), "run");
    await writeRunFolder(folder, files, manifestOf);
    mkdirSync(join(folder, "my pictures"));
    writeFileSync(join(folder, "my notes.txt"), "mine");
    await writeRunFolder(folder, files, manifestOf);
    expect(textOf(folder, "my notes.txt")).toBe("mine");
    expect(readdirSync(folder)).toContain("my pictures");
  });
});

describe("a write that fails", () => {
  const fails: RunFile = {
    name: "c.txt",
    content(path) {
      writeFileSync(path, "half of i");
      throw new Error("disk full");
    },
  };

  it("leaves no folder where there was none, nor anything beside", async () => {
    const above = temporaryFolder();
    await expect(writeRunFolder(join(above, "run"), [...files, fails], manifestOf)).rejects.toThrow(
      "disk full",
    );
    expect(readdirSync(above)).toEqual([]);
  });

  it("leaves a former run as it was", async () => {
    const above = temporaryFolder();
    const folder = join(above, "run");
    await writeRunFolder(folder, files, manifestOf);
    const before = textOf(folder, "manifest.json");
    const changed = [{ name: "a.txt", content: "second" }, fails];
    await expect(writeRunFolder(folder, changed, manifestOf)).rejects.toThrow("disk full");
    expect(readdirSync(above)).toEqual(["run"]);
    expect(textOf(folder, "manifest.json")).toBe(before);
    expect(textOf(folder, "a.txt")).toBe("first");
  });

  it("shows no manifest before all other files are whole", async () => {
    const above = temporaryFolder();
    const seen: string[][] = [];
    const looking: RunFile = {
      name: "z.txt",
      content(path) {
        seen.push(readdirSync(join(path, "..")).sort(), readdirSync(above));
        writeFileSync(path, "");
      },
    };
    await writeRunFolder(join(above, "run"), [...files, looking], manifestOf);
    expect(seen[0]).toEqual(["a.txt", "b.bin"]);
    expect(seen[1]).not.toContain("run");
  });

  it("leaves a former run as it was where even the manifest cannot be made", async () => {
    const folder = join(temporaryFolder(), "run");
    await writeRunFolder(folder, files, manifestOf);
    const noManifest = () => {
      throw new Error("no manifest");
    };
    await expect(writeRunFolder(folder, [], noManifest)).rejects.toThrow("no manifest");
    expect(textOf(folder, "a.txt")).toBe("first");
  });
});
