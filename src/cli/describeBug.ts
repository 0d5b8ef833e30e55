import { version } from "../run/version.ts";

/** What is printed where fentan itself is wrong: the stack, and what a report of it should hold. */
export function describeBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}

This is a bug in fentan, not in your scenario. Please report it, with the scenario and its tables, this text, and:
  command  fentan ${process.argv.slice(2).join(" ")}
  version  fentan ${version()}, Node ${process.version}, ${process.platform} ${process.arch}
`;
}
