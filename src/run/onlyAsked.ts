import type { Plan } from "../plan/plan.ts";
import { columnsOf } from "../statistics/ask/columnsOf.ts";
import { isOfEngines, type PublishedQuestion } from "../statistics/published/published.ts";

/** The plan with the columns that published numbers ask for alone: millions of replications then fit into little memory. */
export function onlyAsked<P extends Pick<Plan, "columns">>(
  plan: P,
  published: readonly PublishedQuestion[],
): P {
  const names = published.flatMap((question) =>
    columnsOf(isOfEngines(question) ? question.of : question.ask.root),
  );
  return { ...plan, columns: plan.columns.filter(({ name }) => names.includes(name)) };
}
