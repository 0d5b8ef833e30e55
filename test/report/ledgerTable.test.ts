import { describe, expect, it } from "vitest";
import { depositsTable } from "../../src/report/tables/depositsTable.ts";
import { ledgerTable } from "../../src/report/tables/ledgerTable.ts";

const of = (mean: number, q05 = mean, q95 = mean) => {
  const rest = { se: 0, sd: 0, seQ05: 0, seQ50: 0, seQ95: 0 };
  return { mean, q05, q25: mean, q50: mean, q75: mean, q95, ...rest };
};

describe("a ledger", () => {
  it("has two sides, the spread where there is one, and sums", () => {
    const table = ledgerTable(
      [
        { label: "came", side: "in", figure: of(30, 20, 40) },
        { label: "went", side: "out", figure: of(29.5) },
        { label: "left", side: "out", figure: of(0.5) },
      ],
      "yuan",
    );
    expect(table.columns.map(({ head }) => head)).toEqual([
      ...["", "Came in, yuan", "Went out, yuan", "5 – 95 %, yuan"],
    ]);
    expect(table.rows).toEqual([
      ["came", "30.0", "–", "20.0 – 40.0"],
      ["went", "–", "29.5", ""],
      ["left", "–", "0.5", ""],
      ["Sum", "30.0", "30.0", ""],
    ]);
    expect(table.strong).toEqual([3]);
  });

  it("has no column of spreads where nothing varies, and no line of what is always 0", () => {
    const table = ledgerTable(
      [
        { label: "came", side: "in", figure: of(1) },
        { label: "went", side: "out", figure: of(1) },
        { label: "nothing", side: "out", figure: of(0) },
      ],
      "yuan",
    );
    expect(table.columns).toHaveLength(3);
    expect(table.rows.map(([label]) => label)).toEqual(["came", "went", "Sum"]);
  });
});

describe("the ledger of deposits", () => {
  const none = of(0);
  const deposits = { credited: none, returned: none, lost: none, held: none, most: of(9) };

  it.each([
    [2, "Brought from other pools", "2", "–"],
    [-2, "Taken along to other pools", "–", "2"],
  ])("says where members' deposits went who moved: %d", (moved, label, came, went) => {
    const { rows } = depositsTable({ ...deposits, paid: of(5), used: of(5 + moved), moved }, "yuan");
    expect(rows.find((row) => row[0] === label)?.slice(1, 3)).toEqual([came, went]);
    const [, sumIn, sumOut] = rows[rows.length - 1];
    expect(sumIn).toBe(sumOut);
  });

  it("says nothing of it where nobody moved", () => {
    const { rows } = depositsTable({ ...deposits, paid: of(5), used: of(5), moved: 0 }, "yuan");
    expect(rows.map(([label]) => label)).toEqual(["Paid in by members", "Used for shares", "Sum"]);
  });
});
