/** What is to be run: a scenario file, and what the command line lays over it. */
export interface ScenarioRequest {
  readonly file: string;
  /** `PATH=VALUE`, in order. */
  readonly set?: readonly string[];
  /** Questions beside those of the scenario. */
  readonly ask?: readonly string[];
  /** Figures, and how sure they shall be before the run stops: see `readGoals`. */
  readonly precision?: readonly string[];
  readonly seed?: string;
  readonly replications?: number;
  readonly engine?: "auto" | "exact" | "fast";
}

/** Gives the text of a file; throws if there is none. */
export type ReadText = (path: string) => string;

/** All that is laid over the file: `-n`, `--seed` and `--engine` are short for a `--set`, so the report names them as such. */
export function allSets({ set = [], seed, replications, engine }: ScenarioRequest): string[] {
  return [
    ...set,
    ...(seed === undefined ? [] : [`seed=${JSON.stringify(seed)}`]),
    ...(replications === undefined ? [] : [`replications=${replications}`]),
    ...(engine === undefined ? [] : [`engine=${engine}`]),
  ];
}
