import { formatMoney } from "../format.ts";
import type { AdverseSelection, Report } from "../report.ts";
import { byAgeTable } from "../tables/byAgeTable.ts";
import type { Chart } from "./chart.ts";
import { heatLegend, heatMapSpec } from "./heatMap.ts";

type ByAge = AdverseSelection["byAge"][number];

/** What one of each age and sex bears beyond the aid to expect, in each pool. */
export function agesHeatMaps(report: Report): Chart[] {
  return report.adverseSelection.byAge.map((pool, i) => heatMap(pool, i, report.scenario.currency));
}

function heatMap(byAge: ByAge, i: number, currency: string): Chart {
  const { groups, year, pool } = byAge;
  const where = pool === "" ? "" : ` in pool “${pool}”`;
  const title = `In ${year}${where} ${formatMoney(byAge.passed, currency)} pass from ages that bear more than they can expect to the others`;
  return {
    id: `ages-${i + 1}`,
    title,
    caption: `What one member bears of the year’s expected aid less the aid that such a member can expect, ${currency} a year. Central values, not simulated; joiners and leavers as simulated on average.`,
    description: `Heat map of age bands by sex. ${title}.`,
    legend: heatLegend("bears more than to expect", "can expect more than it bears"),
    width: "half",
    draw: (frame) =>
      heatMapSpec(
        frame,
        groups.map(({ ages, sex, difference }) => ({ row: ages, column: sex, value: difference })),
      ),
    table: byAgeTable([byAge], currency),
  };
}
