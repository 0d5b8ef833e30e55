import { join } from "node:path";

/* The bench is started by `npm run bench`, in the repository. */

export const folderOfScenarios = "scenarios";

/** What `tsc -p test/bench` makes: the bench, with the program's parts that it measures. */
export const buildFolder = ".bench";

/** What users call, made by `npm run compile`. */
export const program = "dist/bin/fentan.js";

/** Where peers are compiled and files passed to them. */
export const workFolder = join(buildFolder, "work");

export const peersFolder = "test/bench/peers";
export const baselineFile = "test/bench/baseline.json";
/** Scaling curves, which are committed. */
export const resultsFolder = "test/bench/results";

/** What each run measured, as JSON. */
export const runsFolder = join(buildFolder, "results");
