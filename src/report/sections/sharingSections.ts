import { formatSe } from "../format.ts";
import type { Report, Sharing } from "../report.ts";
import { copiesTable } from "../tables/copiesTable.ts";
import { sharingTable } from "../tables/sharingTable.ts";
import { ruleInWords } from "../wording.ts";
import type { Section } from "./section.ts";

/** Who pays for whom, and how pools alike differ. */
export function sharingSections(report: Report): Section[] {
  return [
    {
      id: "sharing",
      title: "Who pays for whom",
      note: sharingNote(report),
      table: sharingTable(report),
    },
    {
      id: "copies",
      title: "How pools alike differ",
      note: "Pools of one kind, each with members and luck of its own. Each row is a figure over these pools, with its spread over the replications. Shares are what one sharer is asked for over the whole run.",
      table: copiesTable(report),
    },
  ];
}

function sharingNote({ sharing: { rules }, books: { maxImbalance, fee } }: Report): string {
  const ofFee = fee.mean > 0 ? " The share holds the operator’s fee too, the aid does not." : "";
  return `What one of each class is asked for over the whole run, beside the aid that one could expect. A difference above 0 is borne for others; one below 0 others bear, or the operator.${ofFee} ${rulesNote(rules)} Everything is shared out, to ${formatSe(maxImbalance)} of the money moved.`;
}

type Rule = Sharing["rules"][number];

/** Once where all pools divide their cost alike, else pool by pool. */
function rulesNote(rules: readonly Rule[]): string {
  const isSame = rules.every(
    ({ rule, increasingInTotal }) =>
      rule === rules[0].rule && increasingInTotal === rules[0].increasingInTotal,
  );
  if (isSame) return ruleNote({ ...rules[0], pool: "" });
  return rules.map(ruleNote).join(" ");
}

function ruleNote({ pool, rule, increasingInTotal }: Rule): string {
  const where = pool === "" ? "The cost" : `In pool “${pool}” the cost`;
  return `${where} is divided ${ruleInWords(rule)}; ${increasing[increasingInTotal]}.`;
}

const increasing: Readonly<Record<Rule["increasingInTotal"], string>> = {
  yes: "nobody’s share falls when the total grows",
  no: "a share may fall when the total grows",
  "not a function of the total": "a share depends on whose losses make up the total",
};
