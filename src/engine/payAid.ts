import type { Plan } from "../plan/plan.ts";
import { purposes } from "../random/purpose.ts";
import { openStream } from "../random/streams.ts";
import { isPerClaim } from "../scenario/perClaim.ts";
import { sumOfClaims } from "./amounts.ts";
import { valueIn } from "./lanes.ts";
import { over, type State } from "./state.ts";

/** Phase 5, the end: the approved cases of each tier cost their aid. After the run-off no claim is considered. */
export function payAid(plan: Plan, { lanes, now, status }: State, t: number): void {
  now.cases.fill(0);
  now.aid.fill(0);
  plan.tiers.forEach(({ name, amount }, i) => {
    const cases = now.casesByTier[i];
    const stream = purposes.amounts(name);
    for (let lane = 0; lane < lanes.count; lane++) {
      if (cases[lane] === 0 || status[lane] === over) continue;
      now.cases[lane] += cases[lane];
      now.aid[lane] += isPerClaim(amount)
        ? sumOfClaims(cases[lane], amount.perClaim, openStream(lanes.key, lanes.first + lane, stream, t))
        : cases[lane] * valueIn(amount, lanes, lane);
    }
  });
}
