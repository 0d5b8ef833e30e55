import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { readFrom } from "./exampleFiles.ts";

/** A real scenario with all files that it reads: itself and those it extends, its tables. */
export interface RealScenario {
  readonly file: string;
  readonly reads: readonly string[];
}

const folders = ["../../scenarios/", "./examples/"] as const;

/** Every scenario that comes with the program and every one of these tests, and their tables: path -> text. */
export function allFiles(): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const folder of folders) {
    const url = new URL(folder, import.meta.url);
    const inside = folder.replace("../../", "").replace("./", "");
    for (const name of readdirSync(fileURLToPath(url), { recursive: true, encoding: "utf8" })) {
      const path = name.replaceAll("\\", "/");
      if (/\.(yaml|csv)$/.test(path)) texts[inside + path] = readFileSync(new URL(path, url), "utf8");
    }
  }
  return texts;
}

/** The scenarios among the files that are read without a mistake: all, but those meant to be extended. */
export function realScenarios(texts: Readonly<Record<string, string>>): RealScenario[] {
  const yaml = Object.keys(texts)
    .filter((path) => path.endsWith(".yaml"))
    .sort();
  return yaml.flatMap((file) => {
    const result = parseScenario(file, readFrom(texts));
    return result.ok ? [{ file, reads: Object.keys(result.sources).sort() }] : [];
  });
}
