import type { ClaimCount, GroupRow } from "../../src/scenario/scenario.ts";
import type { Luck } from "./luck.ts";
import { takeOut } from "./people.ts";
import type { Known } from "./values.ts";
import { reportClaim } from "./verdicts.ts";
import type { Pool, World } from "./world.ts";

/** Step 3 of a closed group: each member has so many claims as the law of its row says. */
export function letGroupClaim(pool: Pool, group: readonly GroupRow[], world: World): void {
  if (!pool.started) return;
  const rows = new Map(group.map((row) => [row.className, row]));
  const gone = takeOut(pool, ({ className }) => {
    const row = rows.get(className);
    return row !== undefined && claimsOf(row, pool, world) > 0 && row.endsMembership;
  });
  pool.now.claimed += gone.length;
}

function claimsOf({ claims, benefit }: GroupRow, pool: Pool, world: World): number {
  const number = claimCount(claims, world.luck, world.known);
  for (let i = 0; i < number; i++) reportClaim({ benefit, paidBy: "pool" }, pool, world);
  return number;
}

function claimCount(claims: ClaimCount, luck: Luck, known: Known): number {
  switch (claims.kind) {
    case "atMostOne":
      return luck.chance(known(claims.probability)) ? 1 : 0;
    case "poisson":
      return poisson(known(claims.mean), luck);
    case "geometric":
      return failuresBefore(1 / (1 + known(claims.mean)), luck);
    case "negativeBinomial": {
      const [mean, shape] = [known(claims.mean), known(claims.shape)];
      return poisson(luck.draw({ kind: "gamma", shape, scale: mean / shape }), luck);
    }
  }
}

/** How many arrivals at a rate there are before time 1. */
function poisson(rate: number, luck: Luck): number {
  let count = 0;
  let time = -Math.log(luck.uniform());
  while (time < rate) {
    count += 1;
    time -= Math.log(luck.uniform());
  }
  return count;
}

function failuresBefore(success: number, luck: Luck): number {
  let failures = 0;
  while (!luck.chance(success)) failures += 1;
  return failures;
}
