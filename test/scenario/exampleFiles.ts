import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "examples");

/** The valid scenarios of these tests and their tables: path within the folder `examples` -> text. */
export function exampleFiles(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(yaml|csv)$/.test(name),
  );
  const paths = names.map((name) => name.replaceAll("\\", "/")).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Reads from a map of texts as `parseScenario` wants it: throws where there is none. */
export function readFrom(files: Readonly<Record<string, string>>): (path: string) => string {
  return (path) => {
    if (!Object.hasOwn(files, path)) throw new Error(`no file ${path}`);
    return files[path];
  };
}
