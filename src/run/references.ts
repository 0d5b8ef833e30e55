import { fileURLToPath } from "node:url";
import { type Reference, referenceFiles, referenceFrom } from "../explain/references.ts";
import type { ReadText } from "./request.ts";

const folder = new URL("../../scenarios/tables/", import.meta.url);

/** The tables that fentan comes with; found beside the program, wherever it is called. */
export function references(read: ReadText): Reference[] {
  return referenceFiles.map((described) =>
    referenceFrom(described, read(fileURLToPath(new URL(described.file, folder)))),
  );
}
