import type { Measurements } from "./row.ts";
import { ages, members, xiangHuBaoInFull } from "./rows/engine.ts";
import { against360, against2808, exactAgainstC } from "./rows/kernel.ts";
import { checkCommand, replications, runCommand, twoThreads, varianceReduction } from "./rows/run.ts";
import type { Settings } from "./settings.ts";

/** All that the bench measures, by the name that `--only` takes. */
export const comparisons: Readonly<Record<string, (settings: Settings) => Measurements>> = {
  "kernel-360": against360,
  "kernel-2808": against2808,
  "xiang-hu-bao": xiangHuBaoInFull,
  members,
  ages,
  replications,
  threads: twoThreads,
  exact: exactAgainstC,
  check: checkCommand,
  run: runCommand,
  variance: varianceReduction,
};
