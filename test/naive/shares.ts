import type { Member, Pool } from "./world.ts";

/**
 * Notes what one sharer was asked for: of all, and of each class, to which its members react. A class without sharers sees what
 * the others were asked for.
 */
export function noteShares(pool: Pool, sharers: readonly Member[], asked: ReadonlyMap<Member, number>): void {
  pool.now.share = meanAsked(sharers, asked);
  for (const [className, shares] of pool.asked) {
    const ofClass = sharers.filter((member) => member.className === className);
    shares.push(ofClass.length === 0 ? pool.now.share : meanAsked(ofClass, asked));
  }
}

function meanAsked(of: readonly Member[], asked: ReadonlyMap<Member, number>): number {
  return of.length === 0 ? 0 : of.reduce((sum, member) => sum + (asked.get(member) ?? 0), 0) / of.length;
}
