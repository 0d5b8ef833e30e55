import { PassThrough } from "node:stream";
import picocolors from "picocolors";
import type { Terminal } from "../../src/cli/terminal.ts";

/** A terminal that remembers what was written; `interrupt` is Ctrl-C. */
export interface TestTerminal extends Terminal {
  readonly errStream: PassThrough;
  readonly written: { out: string; err: string };
  interrupt(): void;
}

export function testTerminal(): TestTerminal {
  const written = { out: "", err: "" };
  let handler = () => {};
  return {
    written,
    out(text) {
      written.out += text;
    },
    err(text) {
      written.err += text;
    },
    errStream: new PassThrough(),
    isWatched: false,
    width: 100,
    colors: picocolors.createColors(false),
    onInterrupt(called) {
      handler = called;
      return () => {
        handler = () => {};
      };
    },
    interrupt: () => handler(),
  };
}
