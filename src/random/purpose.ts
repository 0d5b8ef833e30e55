/**
 * The layout of randomness: what is drawn, and the name under which it is drawn; each gives the purpose's number. This is the only place that says so.
 *
 * Every draw is addressed by (seed, replication, purpose, index). Purposes are names and not numbers, so that adding,
 * removing or reordering tiers, events or parameters of a scenario leaves the luck of all others as it was; two
 * scenarios with one seed then differ by their rules only.
 *
 * | purpose            | drawn by                  | index  | one draw is                                         |
 * |--------------------|---------------------------|--------|-----------------------------------------------------|
 * | claims(tier)       | openStreams, nextUniforms | -      | the claims of a tier approved in the next period    |
 * | claims(tier)       | openStream, nextUniform   | period | the same in the exact engine                        |
 * | amounts(tier)      | openStream, nextUniform   | period | an amount of a tier, or their total, in the period  |
 * | parameter(path)    | stratifiedUniforms        | 0      | an uncertain number of the scenario                 |
 * | yearlyShock()      | stratifiedUniforms        | year   | the level of incidence of a calendar year           |
 * | eventHappens(name) | stratifiedUniforms        | 0      | whether a dated event happens                       |
 * | closing()          | stratifiedUniforms        | 0      | how long the plan escapes being closed from outside |
 * | cells(what)        | openStream, nextUniform   | period | one kind of draws over the exact engine's cells     |
 * | losses()           | openStream, nextUniform   | period | the normal scores of a closed group's joint losses  |
 *
 * `stratifiedUniforms` is `uniformAt` with the replications of a block spread evenly; numbers that reshape the plan are drawn by
 * `uniformAt`, once per block.
 *
 * In the exact engine one stream serves all cells of a period, one after another, mostly with a draw for each event (`Clock`):
 * there a rule that changes who is where shifts the luck of that kind for the rest of the period, not beyond.
 */
export const purposes = {
  parameter: (path: string) => purpose(`parameter/${path}`),
  yearlyShock: () => purpose("yearly shock"),
  eventHappens: (name: string) => purpose(`event happens/${name}`),
} as const;

/**
 * What a pool draws for itself. Pools of a plan, and copies of a pool, share none of it; a plan's only pool has no name.
 *
 * @param copy from 0 on
 */
export function poolPurposes(pool: string, copy: number) {
  const scope = pool === "" && copy === 0 ? "" : `pool ${pool}/${copy}/`;
  return {
    claims: (tier: string) => purpose(`${scope}claims/${tier}`),
    amounts: (tier: string) => purpose(`${scope}amounts/${tier}`),
    closing: () => purpose(`${scope}closing`),
    cells: (what: string) => purpose(`${scope}cells/${what}`),
    losses: () => purpose(`${scope}losses`),
  } as const;
}

export type PoolPurposes = ReturnType<typeof poolPurposes>;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The number that stands for a purpose's name: FNV-1a over its UTF-8 bytes, finished as in MurmurHash3.
 *
 * Two names share a number with probability 2^-32, a hundred names have a pair that does with about 1e-6.
 *
 * Sources: Fowler, Noll & Vo, "The FNV non-cryptographic hash algorithm" (IETF draft); Appleby, MurmurHash3, fmix32.
 *
 * @returns an integer in [0, 2^32)
 * @example purpose("closing") // 2857414162
 */
export function purpose(name: string): number {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, FNV_PRIME);
  return finish(hash);
}

/** Spreads every bit of the hash over all bits: FNV alone leaves names with a common beginning close together. */
function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
