import { unseenError } from "../statistics/estimateProbability.ts";
import { formatPortion } from "./format.ts";
import type { Report } from "./report.ts";
import { countOf, replicationsExplained } from "./wording.ts";

/** How the numbers came about and what they cannot tell, in plain words; a paragraph each. */
export function methods(report: Report): string[] {
  const { calendar, assumptions } = report;
  const drawn = assumptions.filter(({ uncertain }) => uncertain !== null).length;
  const shaped = assumptions.some(({ uncertain }) => uncertain === "perBlock");
  return [
    `The plan is played through from ${calendar.from} to ${calendar.to}, settlement by settlement, in ${replicationsExplained(report)}. Claims, deaths and departures fall by chance. ${drawnInWords(drawn, shaped ? report.blockSize : null)} An interval such as “5 – 95 %” holds nine of ten replications: it says what may happen if the assumptions are right, not how sure the assumptions are.`,
    `A standard error says how far a figure may be off because only so many replications were simulated; twice the standard error covers about 95 % of that. More replications make it smaller, and change nothing else.${blocksInWords(report, shaped)}`,
    `Where none or all of the replications have something, the standard error of its probability is not 0 but z / (n + z²) with z = 1.96: 1.96 of them reach to the end of Wilson’s 95 % interval. Over all ${countOf(report.replications, "replication")} that is ${formatPortion(unseenError(report.replications))}.`,
    ...(report.certainty.varianceFrom === "split"
      ? [
          "Where the spread comes from is found by playing some replications again with the same uncertain numbers and other luck: half the mean squared difference of the two is what the luck contributes to the variance (pick and freeze; Sobol’ 1993).",
        ]
      : []),
    "Figures of members and of shares are over the replications whose plan still runs at that settlement; cases and money also count what is paid after a plan’s end. A year’s mean is over the settlements at which the plan ran; where it had ended before the year, its sharers are 0, and the indices and the covered part are those of its last settlement. Cost (total.cost) is aid paid, aid cut and fee together.",
    ...(report.pools.length > 0
      ? [
          "Each pool shares its own cost. Of the plan, members and money are sums over its pools; shares and indices are means over them, weighted by sharers, members or covered. The plan runs as long as one of its pools does.",
        ]
      : []),
    ...(report.sharing.classes.length > 0
      ? [
          "The aid that one of a class could expect is added up over its members’ ages, time since joining and cover as they were in each replication, settlement by settlement; whether the claims then happened is left out of it.",
        ]
      : []),
    ...(report.costGrowth
      ? [
          report.costGrowth.method === "causes"
            ? "What a cause of growth is owed is found by simulating the same replications without it: a plan without waiting, without a select factor, with members who do not age, or leave whatever their risk... (the scenario key `without` does the same to a whole run). What remains with all of them switched off is called everything else."
            : "The split of the growth of cost is bookkeeping: in each replication the yearly share is written as a product, and each factor is compared between the two years. The factors multiply to the whole exactly, but a factor is not what the share would have saved had its cause been absent; a run without `--quick` tells that.",
        ]
      : []),
    `In every period of every replication the money that came in was checked against the money that went out, and members against joiners and leavers (${countOf(report.books.checked, "check")}).`,
  ];
}

/** Why errors are not taken from replications, where they are not. */
function blocksInWords({ clustered, blockSize }: Report, shaped: boolean): string {
  if (!clustered) return "";
  const why = shaped
    ? "Replications of a block share what is drawn once for it"
    : `What is common to all members is spread evenly over each block of ${blockSize} replications (Latin hypercube sampling), which makes means surer than as many independent replications would`;
  return ` ${why}; so errors are taken from the blocks, and are wider the fewer there are (by Student’s t).`;
}

/** `blockSize`: null where no number reshapes the plan. */
function drawnInWords(drawn: number, blockSize: number | null): string {
  if (drawn === 0) return "No number of the scenario is taken as uncertain.";
  const what =
    drawn === 1
      ? "One number that is not known for sure is"
      : `${drawn} numbers that are not known for sure are`;
  const blocks = blockSize !== null ? ` (those that reshape the plan, once per block of ${blockSize})` : "";
  return `${what} drawn anew for each replication${blocks}.`;
}
