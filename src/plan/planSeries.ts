/**
 * The names of what a run reports on: the whole plan, "", then each of its pools, if it has several. Outcomes, tallies and
 * results have a series for each, in this order.
 *
 * @example planSeries({ pools: [{ name: "young" }, { name: "elderly" }] }) // ["", "young", "elderly"]
 */
export function planSeries({ pools }: { readonly pools: readonly { readonly name: string }[] }): string[] {
  return ["", ...(pools.length > 1 ? pools.map(({ name }) => name) : [])];
}
