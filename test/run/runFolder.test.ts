import * as fs from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { filesOfRun, whyNotWrite } from "../../src/run/runFolder.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

// Whoever runs the tests as root may write anywhere, and nobody can mount a disk: the file system's answers are made up.
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  return { ...real, accessSync: vi.fn(real.accessSync), statSync: vi.fn(real.statSync) };
});

/** Calls with a system that lets nobody write to some folders. */
function withReadOnly<T>(folders: readonly string[], call: () => T): T {
  const access = vi.mocked(fs.accessSync).mockImplementation((path, mode) => {
    if (folders.includes(String(path)) && ((mode ?? 0) & fs.constants.W_OK) !== 0)
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
  });
  try {
    return call();
  } finally {
    access.mockReset();
  }
}

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

  it("must have a name", () => {
    expect(whyNotWrite("")).toMatch(/--out is empty/);
    expect(whyNotWrite("  ")).toMatch(/--out is empty/);
  });

  it("must not be the folder one is in, nor one above it: it would be taken away under one's feet", () => {
    for (const folder of [".", "..", "/", process.cwd(), join("reports", "..")]) {
      expect(whyNotWrite(folder)).toMatch(/is the folder you are in, or above it/);
    }
    expect(whyNotWrite(`${process.cwd()}-beside`)).toBeNull();
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

describe("a folder in a folder that cannot be written to", () => {
  const former = { "manifest.json": '{"fentan": "0.1.0"}' };

  it("is refused before the run, also where it is there itself and can be written to", () => {
    for (const files of [{}, former]) {
      const folder = folderWith(files);
      expect(withReadOnly([], () => whyNotWrite(folder))).toBeNull();
      expect(withReadOnly([dirname(folder)], () => whyNotWrite(folder))).toMatch(
        /cannot be written to|can be written to.*--out/,
      );
    }
  });

  it("is refused where it is new", () => {
    const above = temporaryFolder();
    expect(withReadOnly([above], () => whyNotWrite(join(above, "a", "b")))).toMatch(
      /can be written to; .*--out/,
    );
  });

  it("is told from a former run's folder that cannot be written to itself", () => {
    const folder = folderWith(former);
    expect(withReadOnly([folder], () => whyNotWrite(folder))).toBe(
      `${folder} cannot be written to; give another folder with --out`,
    );
  });
});

describe("a folder that is a disk of its own", () => {
  it("is refused before the run, as it cannot be renamed", () => {
    const folder = folderWith({});
    const { statSync } = fs;
    const real = fs.statSync(folder);
    vi.mocked(statSync).mockImplementationOnce(() => Object.assign(real, { dev: real.dev + 1 }));
    expect(whyNotWrite(folder)).toMatch(/mount point.*a folder in it with --out/);
    expect(whyNotWrite(folder)).toBeNull();
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
