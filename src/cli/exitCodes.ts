/** How fentan ends, for scripts. */
export const exitCodes = {
  done: 0,
  /** A bug of fentan. */
  bug: 1,
  /** `validate`: a published number is further off than chance explains. */
  differs: 1,
  /** Something the user has to change: told in messages, never with a stack. */
  mistake: 2,
  /** All replications were run, and a figure is not as sure as `--precision` asked for. */
  unsure: 3,
  /** `compare`: a condition of `--fail-if` holds. */
  holds: 3,
  /** `explain --strict`: something is hardly plausible. */
  implausible: 3,
  /** Stopped by Ctrl-C or SIGTERM; what was done is kept. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
