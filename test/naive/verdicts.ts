import type { Delay } from "../../src/scenario/scenario.ts";
import { inPeriods, inWholePeriods, partWithin } from "./clock.ts";
import { rulesNow } from "./people.ts";
import type { Claim, Pool, World } from "./world.ts";

type Reported = Pick<Claim, "benefit" | "paidBy">;

/** Puts a claim on its way: an event may put its diagnosis off until it is over, or for ever. */
export function reportClaim(claim: Reported, pool: Pool, world: World): void {
  const { luck, shocks, known, period } = world;
  for (const { from, to, putsOff, lost, catchUpDays } of shocks.events) {
    if (!luck.chance(known(putsOff) * partWithin(period, from, to))) continue;
    if (luck.chance(known(lost))) return;
    const day = to + 1 + Math.floor(luck.uniform() * catchUpDays);
    pool.putOff.push({ ...claim, diagnosedOn: day });
    return;
  }
  investigate(claim, pool, world);
}

/** The claims that were put off until this period. */
export function reportPutOff(pool: Pool, world: World): void {
  const due = pool.putOff.filter(({ diagnosedOn }) => diagnosedOn <= world.period.last);
  pool.putOff = pool.putOff.filter(({ diagnosedOn }) => diagnosedOn > world.period.last);
  for (const claim of due) investigate(claim, pool, world);
}

/** An illness of the middle of a period is decided in the period in which its delay is over. */
function investigate(claim: Reported, pool: Pool, world: World): void {
  const delay = delayOf(rulesNow(pool, world.period).claims.delay, world);
  pool.claims.push({ ...claim, decidedIn: world.period.index + Math.floor(0.5 + delay), isGranted: false });
}

/** A delay in periods. */
function delayOf(delay: Delay, { luck, known, period }: World): number {
  if (delay.kind === "none") return 0;
  if (delay.kind === "periods") return luck.pick([...delay.probabilities.entries()], ([, part]) => part)[0];
  const [mean, sd] = [known(delay.meanDays), known(delay.sdDays)];
  if (delay.kind === "gamma")
    return inPeriods(luck.draw({ kind: "gamma", shape: (mean / sd) ** 2, scale: sd ** 2 / mean }), period);
  const variance = Math.log(1 + (sd / mean) ** 2);
  const median = mean / Math.exp(variance / 2);
  return inPeriods(luck.draw({ kind: "lognormal", median, sigma: Math.sqrt(variance) }), period);
}

/** Step 5: decides all that is due in this period; gives the claims approved: its cases. */
export function decideClaims(pool: Pool, world: World): Claim[] {
  const { index } = world.period;
  const due = pool.claims.filter(({ decidedIn }) => decidedIn <= index);
  pool.claims = pool.claims.filter(({ decidedIn }) => decidedIn > index);
  const approved = due.flatMap((claim) => (claim.isGranted ? [claim] : decide(claim, pool, world)));
  pool.now.cases += approved.length;
  return approved;
}

/** Approved, or refused for good, or refused until a jury has granted it. */
function decide(claim: Claim, pool: Pool, { luck, known, period }: World): Claim[] {
  const { denied, jury } = rulesNow(pool, period).claims;
  if (!luck.chance(known(denied))) return [claim];
  if (jury === null || !luck.chance(known(jury.disputed) * known(jury.granted))) {
    pool.now.denied += 1;
    return [];
  }
  const later = inWholePeriods(jury.days, period);
  if (later === 0) return [claim];
  pool.claims.push({ ...claim, decidedIn: period.index + later, isGranted: true });
  return [];
}
