import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const folder = new URL("../../scenarios/validation/", import.meta.url);

/** The scenarios of published numbers that fentan comes with, by name; found beside the program, wherever it is called. */
export function validationFiles(): string[] {
  const path = fileURLToPath(folder);
  const names = readdirSync(path).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => nearPath(join(path, name)));
}

/** A path from the working directory, unless it leads out of it. */
function nearPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
