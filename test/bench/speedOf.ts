import { apportionmentsPerSecond, type Measured, nanosecondsPerCellStep } from "./measured.ts";
import type { Speed } from "./row.ts";
import { spreadOf } from "./spread.ts";

/** The medians of what one side did repeatedly. */
export const speedOf = (measured: readonly Measured[]): Speed => ({
  nanosecondsPerCellStep: spreadOf(measured.map(nanosecondsPerCellStep)).median,
  apportionmentsPerSecond: spreadOf(measured.map(apportionmentsPerSecond)).median,
});
