import { describe, expect, it } from "vitest";
import { poolCharts, poolsCharts } from "../../src/report/charts/poolCharts.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { viewsOf } from "../../src/report/poolView.ts";
import { prepaid, threeYears, twoPools } from "./fixtures.ts";

const report = makeReport(twoPools());
const frame = { width: 500, height: 300, fontSize: 12 };

describe("the pools side by side", () => {
  const [shares, members] = poolsCharts(report);

  it("compare shares in the last whole year that several have", () => {
    expect(shares.title).toMatch(
      /^In 2020, “elderly 老年” asks a member for [\d.]+ yuan, “main” for [\d.]+ yuan$/,
    );
    expect(shares.table.rows.map((row) => `${row[0]} ${row[1]}`)).toEqual([
      ...["main 2019", "main 2020", "main 2021", "elderly 老年 2019", "elderly 老年 2020"],
    ]);
  });

  it("name the largest pool and when it is largest", () => {
    expect(members.title).toMatch(
      /^“main” is the largest pool: [\d.]+ M members at its highest median on \d/,
    );
  });

  it("draw no observation of a pool that there is not", () => {
    const point = { ...report.history[0], date: "2020-06-28", figure: "members[pool=nobody]", observed: 7 };
    const [, drawn] = poolsCharts({ ...report, history: [point] });
    expect(drawn.legend.map(({ label }) => label)).toEqual(["main", "elderly 老年"]);
    expect(JSON.stringify(drawn.draw(frame))).not.toContain('"value":7');
  });

  it("are at most as many as there are colours: those with the most members", () => {
    const [main, elderly] = report.pools;
    const many = Array.from({ length: 8 }, (_, i) => ({ ...(i === 5 ? main : elderly), name: `pool ${i}` }));
    const [, drawn] = poolsCharts({ ...report, pools: many });
    expect(drawn.legend).toHaveLength(6);
    expect(drawn.legend.map(({ label }) => label)).toContain("pool 5");
    expect(drawn.caption).toContain("The 6 pools with the most members, of 8.");
  });
});

describe("the view of one pool", () => {
  it("has the pool's figures and observations, and nothing that is known of the whole plan only", () => {
    const [main] = viewsOf(report);
    expect(main.periods).toBe(report.pools[0].periods);
    expect(main.history.map(({ figure }) => figure)).toEqual(["members"]);
    expect([main.costGrowth, main.answers, main.pools, main.sharing.classes]).toEqual([null, [], [], []]);
    expect(viewsOf(makeReport(threeYears()))).toEqual([]);
  });

  it("is drawn with ids of its own", () => {
    const ids = viewsOf(report).flatMap((view, i) => poolCharts(view, `pool-${i + 1}`).map(({ id }) => id));
    expect(ids).toEqual(["pool-1-share", "pool-1-members", "pool-2-share", "pool-2-members"]);
  });
});

it("a plan of one pool has no picture of pools", () => {
  expect(poolsCharts(makeReport(prepaid()))).toEqual([]);
});
