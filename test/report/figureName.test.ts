import { expect, it } from "vitest";
import { figureParts } from "../../src/report/figureName.ts";

it("finds year and pool in the name of a figure", () => {
  expect(figureParts("years.share[pool=elderly]")).toEqual({
    ...{ pool: "elderly", name: "years.share", ofYear: true, metric: "share" },
  });
  expect(figureParts("members")).toEqual({ pool: null, name: "members", ofYear: false, metric: "members" });
  expect(figureParts("share[pool=a [pool=b]]").pool).toBe("b]");
});
