import { planOf, type Subject } from "../ready.ts";
import { simulateAll } from "./simulateAll.ts";
import { simulateOnce } from "./simulateOnce.ts";
import { varianceGain } from "./varianceGain.ts";

/** What a process of its own is to measure: one plan only, as in a real run, so that nothing else has shaped its compiled code. */
export type Task =
  | {
      readonly kind: "once";
      readonly subject: Subject;
      readonly replications: number;
      readonly set?: readonly string[];
    }
  | {
      readonly kind: "all";
      readonly subject: Subject;
      readonly replications: number;
      readonly threads: number;
    }
  | {
      readonly kind: "variance";
      readonly subject: Subject;
      readonly column: string;
      readonly seeds: readonly string[];
    };

/** Does it, in the process that was started for it. */
export async function doTask(task: Task): Promise<object> {
  switch (task.kind) {
    case "once":
      return simulateOnce(planOf(task.subject, [`replications=${task.replications}`, ...(task.set ?? [])]));
    case "all":
      return simulateAll(planOf(task.subject, [`replications=${task.replications}`]), task.threads);
    case "variance":
      return varianceGain(task.subject, task.column, task.seeds);
  }
}
