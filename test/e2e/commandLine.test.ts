import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parquetMetadata } from "hyparquet";
import { describe, expect, it } from "vitest";
import { smallScenario } from "../run/smallScenario.ts";
import { fentan, folderWith, program, start } from "./built.ts";

const files = { "small.yaml": smallScenario };
const runFiles = [
  "manifest.json",
  "periods.csv",
  "replications.parquet",
  "report.html",
  "report.json",
  "report.md",
];

const digestIn = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).digest;

describe("the built command line", () => {
  it("can be executed as it is", () => {
    expect(() => accessSync(program, constants.X_OK)).not.toThrow();
    expect(readFileSync(program, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
  });

  it("runs a scenario to a folder named after it", async () => {
    const folder = folderWith(files);
    const { code, out, err } = await fentan(["run", "small.yaml"], folder);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(join("reports", "small", "report.html"));
    expect(readdirSync(join(folder, "reports", "small")).sort()).toEqual(runFiles);
  });

  it("gives the same digest and the same bytes for 1, 2 and 3 threads", async () => {
    const folder = folderWith(files);
    for (const threads of ["1", "2", "3"]) {
      const words = ["run", "small.yaml", "--threads", threads, "--out", threads, "--quiet"];
      expect(await fentan(words, folder)).toEqual({ code: 0, out: "", err: "" });
    }
    expect(digestIn(join(folder, "2"))).toBe(digestIn(join(folder, "1")));
    expect(digestIn(join(folder, "3"))).toBe(digestIn(join(folder, "1")));
    for (const name of runFiles) {
      const bytes = ["1", "2", "3"].map((out) => readFileSync(join(folder, out, name), "base64"));
      expect([name, new Set(bytes).size]).toEqual([name, 1]);
    }
  });

  it("prints JSON that parses with --json, also through a pipe that takes its time", async () => {
    const { code, out } = await fentan(["run", "small.yaml", "--json"], folderWith(files));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ scenario: { title: "A small pool" }, replications: 500 });
  });

  it("goes on where the reader of its output goes away", async () => {
    const folder = folderWith(files);
    const child = spawn(process.execPath, [program, "run", "small.yaml", "--json"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (text) => {
      err += text;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, err]).toEqual([0, ""]);
    expect(existsSync(join(folder, "reports", "small", "manifest.json"))).toBe(true);
  });

  it("tells all mistakes with their places, ends with 2 and leaves no folder", async () => {
    const broken = smallScenario.replace("fee: 8 %", "fee: eight").replace("level:", "levle:");
    const folder = folderWith({ "broken.yaml": broken });
    for (const command of ["run", "check"]) {
      const { code, out, err } = await fentan([command, "broken.yaml"], folder);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^broken\.yaml:\d+:\d+ {2}.*\nbroken\.yaml:\d+:\d+ {2}.*\n2 mistakes\n$/);
    }
    expect(readdirSync(folder)).toEqual(["broken.yaml"]);
  });
});

describe("an interrupted run", () => {
  const long = ["run", "small.yaml", "-n", "1000000", "--threads", "2", "--quiet"];

  /** Interrupts a long run after a while: longer and longer, until a block was done before. */
  async function interrupted(signal: NodeJS.Signals) {
    for (let seconds = 1; ; seconds *= 2) {
      const folder = folderWith(files);
      const { child, ended } = start(long, folder);
      await setTimeout(1000 * seconds);
      child.kill(signal);
      const { code, err } = await ended;
      if (existsSync(join(folder, "reports")) || seconds > 30) return { folder, code, err };
    }
  }

  it.each(["SIGINT", "SIGTERM"] as const)("by %s keeps what was done and ends with 130", async (signal) => {
    const { folder, code, err } = await interrupted(signal);
    expect(code).toBe(130);
    const out = join(folder, "reports", "small");
    const { replications, replicationsAsked } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
    expect(replicationsAsked).toBe(1_000_000);
    expect(replications).toBeGreaterThan(0);
    expect(replications % 125).toBe(0);
    expect(err).toContain(`${replications} of 1000000 replications`);
    expect(err).toContain("fentan run small.yaml --seed small -n 1000000 --engine exact --out reports/small");
    const { buffer } = Uint8Array.from(readFileSync(join(out, "replications.parquet")));
    expect(Number(parquetMetadata(buffer).num_rows)).toBe(replications);
    const again = ["run", "small.yaml", "-n", `${replications}`, "--out", "again", "--quick", "--quiet"];
    expect((await fentan(again, folder)).code).toBe(0);
    expect(digestIn(join(folder, "again"))).toBe(digestIn(out));
  });
});
