import type { Report } from "./report.ts";
import { countOf } from "./wording.ts";

/** How the numbers came about and what they cannot tell, in plain words; a paragraph each. */
export function methods(report: Report): string[] {
  const { replications, calendar, assumptions } = report;
  const drawn = assumptions.filter(({ uncertain }) => uncertain !== null).length;
  const shaped = assumptions.some(({ uncertain }) => uncertain === "shape");
  return [
    `The plan is played through from ${calendar.from} to ${calendar.to}, settlement by settlement, in ${countOf(replications, "history", "histories")} (replications). Claims, deaths and departures fall by chance. ${drawnInWords(drawn, shaped)} An interval such as “5 – 95 %” holds nine of ten such histories: it says what may happen if the assumptions are right, not how sure the assumptions are.`,
    "A standard error says how far a figure may be off because only so many histories were simulated; twice the standard error covers about 95 % of that. More replications make it smaller, and change nothing else.",
    "Figures of members and of shares are over the histories whose plan still runs at that settlement; cases and money also count what is paid after a plan’s end.",
    ...(report.costGrowth
      ? [
          "The split of the growth of cost is bookkeeping: in each history the yearly share is written as a product, and each factor is compared between the two years. The factors multiply to the whole exactly, but a factor is not what the share would have saved had its cause been absent; for that, run the scenario without the cause and compare.",
        ]
      : []),
    `In every period of every history the money that came in was checked against the money that went out, and members against joiners and leavers (${report.books.checked.toLocaleString("en-US")} checks).`,
  ];
}

function drawnInWords(drawn: number, shaped: boolean): string {
  if (drawn === 0) return "No number of the scenario is taken as uncertain.";
  const what =
    drawn === 1
      ? "One number that is not known for sure is"
      : `${drawn} numbers that are not known for sure are`;
  const blocks = shaped ? " (those that reshape the plan, once per block of histories)" : "";
  return `${what} drawn anew for each history${blocks}.`;
}
