#!/usr/bin/env node
import { describeBug } from "./describeBug.ts";
import { exitCodes } from "./exitCodes.ts";
import { fentan } from "./fentan.ts";
import { processTerminal } from "./terminal.ts";

const terminal = processTerminal();

process.on("uncaughtException", (error) => {
  terminal.err(describeBug(error));
  process.exit(exitCodes.bug);
});

// Not process.exit: what was written to a pipe must still get through.
process.exitCode = await fentan(process.argv.slice(2), terminal);
