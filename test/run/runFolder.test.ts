import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOfRun, whyNotWrite } from "../../src/run/runFolder.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), "x");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe("a folder to write a run to", () => {
  it("may be new, at any depth", () => {
    expect(whyNotWrite(join(temporaryFolder(), "a", "b"))).toBeNull();
  });

  it("may be empty", () => {
    expect(whyNotWrite(folderWith({}))).toBeNull();
  });

  it("may be that of a former run, known by its manifest or its report", () => {
    expect(whyNotWrite(folderWith({ "manifest.json": '{"fentan": "0.1.0"}', "notes.txt": "" }))).toBeNull();
    expect(whyNotWrite(folderWith({ "report.json": '{"fentan": "0.1.0"}' }))).toBeNull();
  });

  it("must not hold other things: not even another program's manifest, or a broken one", () => {
    for (const files of [
      { "thesis.txt": "" },
      { "manifest.json": '{"name": "web app"}' },
      { "manifest.json": "{" },
    ]) {
      expect(whyNotWrite(folderWith(files))).toMatch(/files that are not of a run.*--out/);
    }
  });

  it("must not be a file, nor lie in one", () => {
    const file = join(folderWith({ a: "" }), "a");
    expect(whyNotWrite(file)).toMatch(/not a folder.*--out/);
    expect(whyNotWrite(join(file, "b"))).toMatch(/not a folder.*--out/);
  });
});

describe("the files of a run", () => {
  it("are those of its manifest, and the manifest", () => {
    const manifest = JSON.stringify({ fentan: "0.1.0", files: [{ name: "report.md" }] });
    expect(filesOfRun(folderWith({ "manifest.json": manifest }))).toEqual(["manifest.json", "report.md"]);
  });

  it("are null where there was no run", () => {
    expect(filesOfRun(folderWith({ a: "" }))).toBeNull();
  });
});
