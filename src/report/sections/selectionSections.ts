import { agesHeatMaps } from "../charts/agesHeatMap.ts";
import { paired } from "../charts/paired.ts";
import { risksChart } from "../charts/risksChart.ts";
import { transfersHeatMap } from "../charts/transfersHeatMap.ts";
import { ageFinding, multipleFinding, spiralOftenFinding } from "../findings/selectionFindings.ts";
import type { Report } from "../report.ts";
import { byAgeTable } from "../tables/byAgeTable.ts";
import { selectionTable } from "../tables/selectionTable.ts";
import { spiralTable } from "../tables/spiralTable.ts";
import { transfersTable } from "../tables/transfersTable.ts";
import type { Section } from "./section.ts";

/** Adverse selection: what leaving and joining do to the risk, who pays for whom, and whether it is a spiral. */
export function selectionSections(report: Report): Section[] {
  const { adverseSelection: of, scenario } = report;
  return [
    {
      id: "selection",
      title: "Adverse selection",
      note: `${after(multipleFinding(report))}The members’ mean relative risk (1: that of joiners at the start) changes by who leaves and who joins, by Price’s equation: cov(w, r) / mean(w), w the part of each class expected to stay, r its risk; the rest are claims that end membership, deaths, age limits, other pools, changed rules, and chance. The multiple of who stays (Dukes & MacDonald) is their mean risk over what it would be had the same people left at base lapse only. Means over the replications that ran to the year’s last settlement.`,
      charts: paired([risksChart(report)]),
      table: selectionTable(of.years),
    },
    {
      id: "spiral",
      title: "Whether it is a spiral",
      note: `${after(spiralOftenFinding(report))}Dates are among the replications with one.`,
      isPart: of.years.length > 0,
      table: spiralTable(of.spiral),
    },
    {
      id: "transfers",
      title: "What classes pay and can expect",
      note: "Simulated; means over all replications. The share holds the fee and claims of earlier illness, so that all classes together may be asked for more or less than the year’s expected aid (as if none were refused); what passes to others is therefore measured against the same money asked in proportion to expected aid, and sums to 0.",
      isPart: of.years.length > 0,
      charts: paired([transfersHeatMap(report)]),
      table: transfersTable(report),
    },
    {
      id: "ages",
      title: "What ages bear and can expect",
      note: `${after(ageFinding(report))}Central values, not simulated, in the last complete year with aid to expect: rates and amounts at the means of uncertain numbers, without shocks, refusals, fee and caps; ages as joiners bring them and the tables take them, with as many joiners and leavers as simulated on average. All classes together.`,
      isPart: of.years.length > 0,
      charts: paired(agesHeatMaps(report)),
      table: byAgeTable(of.byAge, scenario.currency),
    },
  ];
}

/** A finding before what explains it. */
const after = (finding: string | null) => (finding === null ? "" : `${finding} `);
