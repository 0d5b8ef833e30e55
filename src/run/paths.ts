import { statSync } from "node:fs";
import { basename, extname, resolve } from "node:path";

/** Whether something is there that is a folder; what is not there is a scenario file that cannot be read. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** "xiang-hu-bao" of reports/xiang-hu-bao/ and of scenarios/xiang-hu-bao.yaml. */
export function nameOf(path: string): string {
  const name = basename(resolve(path));
  return isFolder(path) ? name : basename(name, extname(name));
}
