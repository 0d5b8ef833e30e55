import { readFileSync } from "node:fs";
import type { ReadText } from "../run/request.ts";

/** The text of a file; a byte order mark in front is dropped. Throws if it cannot be read. */
export const readText: ReadText = (path) => readFileSync(path, "utf8").replace(/^\uFEFF/, "");
