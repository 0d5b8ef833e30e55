import { z } from "zod";
import { checkMoments, dependenceOf, lossRows, type Moments } from "../lognormalLosses.ts";
import { positiveAmount, squaredAmount } from "../measures.ts";
import { type CheckContext, complain, complainOfAbsence, known } from "./field.ts";

/** Losses of peers who share them, by their moments; read into a closed group. */
export function lossesSchema(currency: string) {
  return z
    .strictObject({
      means: z
        .record(z.string(), known(positiveAmount(currency)))
        .describe("Each peer's mean loss in a period, by name: { farm: 300, shop: 200 }."),
      covariances: z
        .array(z.array(known(squaredAmount)))
        .describe("Covariances of the losses, a row and a column for each peer in the order of `means`."),
    })
    .check((context) => {
      const { means, covariances } = context.value;
      const names = Object.keys(means);
      // Objects keep whole numbers as keys in an order of their own: the columns would get mixed up.
      const number = names.find((name) => /^\d+$/.test(name));
      if (number !== undefined) complain(context, ["means", number], number, "a name that is no number");
      if (names.length === 0) complainOfAbsence(context, ["means"], "no peer", "at least one peer");
      else checkSquare(context, { names, means: Object.values(means), covariances });
    })
    .transform(({ means, covariances }) => {
      const moments = { names: Object.keys(means), means: Object.values(means), covariances };
      // What a check refused is never looked at.
      return isSquare(moments)
        ? { group: lossRows(moments), dependence: dependenceOf(moments) }
        : { group: [], dependence: null };
    })
    .describe(
      "Instead of `group`: peers, each with one loss in every period, lognormal with these means and covariances.",
    );
}

function isSquare({ names, covariances }: Moments): boolean {
  return covariances.length === names.length && covariances.every((row) => row.length === names.length);
}

function checkSquare(context: CheckContext, moments: Moments): void {
  const { names, covariances } = moments;
  const allowed = `${names.length}, one for each of ${names.join(", ")}`;
  if (covariances.length !== names.length)
    complain(context, ["covariances"], `${covariances.length} rows`, allowed);
  covariances.forEach((row, i) => {
    if (row.length !== names.length) complain(context, ["covariances", i], `${row.length} numbers`, allowed);
    else if (i < row.length && row[i] < 0)
      complain(context, ["covariances", i, i], undefined, "a variance of 0 or more");
  });
  if (context.issues.length > 0 || !isSquare(moments)) return;
  for (const { steps, found, allowed: what } of checkMoments(moments)) complain(context, steps, found, what);
}
