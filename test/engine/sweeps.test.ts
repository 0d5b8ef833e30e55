import { describe, expect, it } from "vitest";
import { type Cells, dieOrAgeOut, exposeCell, scale, takeClaimants } from "../../src/engine/sweeps.ts";

/** Two cells of three lanes, behind one that is another's. */
const cellsOf = (): Cells => ({
  members: Float64Array.of(9, 9, 9, 100, 200, 300, 10, 20, 30),
  first: 3,
  count: 2,
  lanes: 3,
});

describe("sweeps over cells", () => {
  it("scale every lane by its factor, and leave other cells alone", () => {
    const cells = cellsOf();
    scale(cells, Float64Array.of(0.5, 1, 0));
    expect([...cells.members]).toEqual([9, 9, 9, 50, 200, 0, 5, 20, 0]);
  });

  it("expose a cell's members by each lane's ratio", () => {
    const exposed = new Float64Array(6);
    exposeCell(cellsOf().members, 6, Float64Array.of(1, 2, 0), exposed, 3);
    expect([...exposed]).toEqual([0, 0, 0, 10, 40, 0]);
  });

  it("take claimants out: exposed times rate times ratio, at most all there are, and count them", () => {
    const cells = cellsOf();
    const claimed = Float64Array.of(1, 0, 0);
    const exposed = Float64Array.of(50, 200, 600, 10, 20, 30);
    takeClaimants(cells, exposed, 0, Float64Array.of(0.5, 0), Float64Array.of(1, 2, 2), claimed);
    expect([...cells.members]).toEqual([9, 9, 9, 75, 0, 0, 10, 20, 30]);
    expect([...claimed]).toEqual([26, 200, 300]);
  });

  it("may take the members themselves as exposed", () => {
    const cells = cellsOf();
    const claimed = new Float64Array(3);
    takeClaimants(cells, cells.members, 3, Float64Array.of(0.5, 0.1), Float64Array.of(1, 1, 0), claimed);
    expect([...cells.members]).toEqual([9, 9, 9, 50, 100, 300, 9, 18, 30]);
    expect([...claimed]).toEqual([51, 102, 0]);
  });

  it("let members die, then reach the age limit, and tell who does where that is asked", () => {
    const exits = { death: Float64Array.of(0, 0.5, 0), ageOut: Float64Array.of(0, 0.5, 0.1), at: 1 };
    for (const aged of [new Float64Array(0), new Float64Array(9)]) {
      const cells = cellsOf();
      const died = new Float64Array(3);
      const agedOut = new Float64Array(3);
      dieOrAgeOut(cells, exits, died, agedOut, aged);
      expect([...cells.members]).toEqual([9, 9, 9, 25, 50, 75, 9, 18, 27]);
      expect([...died]).toEqual([50, 100, 150]);
      expect([...agedOut]).toEqual([26, 52, 78]);
      if (aged.length > 0) expect([...aged]).toEqual([0, 0, 0, 25, 50, 75, 1, 2, 3]);
    }
  });
});
