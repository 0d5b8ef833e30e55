import type { StageCheck } from "./stageCheck.ts";

/** Classes that top up a deposit where there is none. */
export const checkTopUps: StageCheck = ({ members, funding }) => {
  if (!members || funding !== null) return [];
  return members.classes
    .filter(({ topUp }) => topUp !== null)
    .map(({ name }) => ({
      steps: ["members", "classes", name, "topUp"],
      found: "a top-up without `funding`",
      allowed: "`funding` with a deposit that can be topped up, or no `topUp`",
      isAbsence: true,
    }));
};

/** Debits that fail where nothing is debited. */
export const checkDebits: StageCheck = ({ collection, funding }) => {
  if (!funding || collection === undefined || collection.failing === 0) return [];
  return [
    {
      steps: ["collection", "failing"],
      found: "failing debits beside `funding`",
      allowed: "0: shares are taken from deposits, and nothing is debited",
    },
  ];
};

/** Deposits beside shares that differ by age within a class: balances are kept by class and cohort. */
export const checkPrepaidRule: StageCheck = ({ sharing, funding }) => {
  const kind = sharing?.rule.kind;
  if (!funding || (kind !== "age" && kind !== "expectedCost")) return [];
  const allowed = "equal, class or tenure: shares by age need a pool of its own for each age band";
  return [{ steps: ["sharing", "rule"], found: `the rule ${kind} beside \`funding\``, allowed }];
};
