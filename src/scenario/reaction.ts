/**
 * How a class reacts to what its members are asked for: recent share per year (the mean of the last `lookBack` periods,
 * annualised) -> lapse per year. `lapsePerYear` has the formulas.
 *
 * `Value` is what a number is where the reaction is read: known or uncertain in a scenario, a parameter in a plan, one
 * number per lane in the engine. A reference is an amount per year, or what the class itself may expect to receive.
 */
export type Reaction<Value> =
  | { readonly kind: "none" }
  | {
      readonly kind: "power";
      readonly lookBack: number;
      readonly reference: Value | "expectedAid";
      readonly elasticity: Value;
      /** Of who joins: how many times the inflow there may be where the share is below the reference; 1 unless given. */
      readonly most?: Value;
    }
  | {
      readonly kind: "band";
      readonly lookBack: number;
      readonly reference: Value | "expectedAid";
      /** Relative increases over the reference (0.1 = +10 %), and the lapse per year at each. */
      readonly from: Value;
      readonly to: Value;
      readonly lapseFrom: Value;
      readonly lapseTo: Value;
    }
  | {
      readonly kind: "logit";
      readonly lookBack: number;
      readonly value: Value;
      readonly scale: Value;
      readonly most: Value;
    }
  | { readonly kind: "threshold"; readonly lookBack: number; readonly willingness: Value };

/** The same reaction with every number turned into another. */
export function mapReaction<From extends number | object, To>(
  reaction: Reaction<From>,
  to: (value: From) => To,
): Reaction<To> {
  const reference = (of: From | "expectedAid"): To | "expectedAid" =>
    typeof of === "string" ? "expectedAid" : to(of);
  switch (reaction.kind) {
    case "none":
      return reaction;
    case "power": {
      const { most, ...power } = reaction;
      return {
        ...power,
        reference: reference(power.reference),
        elasticity: to(power.elasticity),
        ...(most === undefined ? {} : { most: to(most) }),
      };
    }
    case "band":
      return {
        ...reaction,
        reference: reference(reaction.reference),
        from: to(reaction.from),
        to: to(reaction.to),
        lapseFrom: to(reaction.lapseFrom),
        lapseTo: to(reaction.lapseTo),
      };
    case "logit":
      return { ...reaction, value: to(reaction.value), scale: to(reaction.scale), most: to(reaction.most) };
    case "threshold":
      return { ...reaction, willingness: to(reaction.willingness) };
  }
}
