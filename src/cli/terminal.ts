import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";
import { exitCodes } from "./exitCodes.ts";

/** What a command sees of the process it runs in; tests give another. */
export interface Terminal {
  /** Results: to the standard output. */
  out(text: string): void;
  /** Messages: to the standard error. */
  err(text: string): void;
  /** The stream that `err` writes to: for what draws over itself, such as a bar. */
  readonly errStream: NodeJS.WritableStream;
  /** Whether somebody watches the standard error. */
  readonly isWatched: boolean;
  /** Columns of text. */
  readonly width: number;
  readonly colors: Colors;
  /** Calls back at Ctrl-C or SIGTERM, once; a second one ends the process. Returns what undoes it. */
  onInterrupt(handler: () => void): () => void;
}

/** The terminal, files or pipes this process writes to. A reader that goes away (`fentan run x | head`) does not stop a run. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  // picocolors takes CI for a terminal; what goes to a file or pipe there shall be plain too.
  const isColoured = picocolors.isColorSupported && (process.stdout.isTTY || "FORCE_COLOR" in process.env);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    errStream: process.stderr,
    isWatched: process.stderr.isTTY === true,
    width: Math.min(process.stdout.columns || 100, 120),
    colors: picocolors.createColors(isColoured),
    onInterrupt,
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function onInterrupt(handler: () => void): () => void {
  let asked = false;
  const interrupt = () => {
    if (asked) process.exit(exitCodes.interrupted);
    asked = true;
    handler();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return () => {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  };
}
