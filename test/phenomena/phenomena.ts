import { caps } from "./caps.ts";
import { delay } from "./delay.ts";
import { demand } from "./demand.ts";
import { deposits } from "./deposits.ts";
import { diversification } from "./diversification.ts";
import { fee } from "./fee.ts";
import { incidenceShock } from "./incidenceShock.ts";
import { awareLeaving, blindLeaving } from "./leaving.ts";
import { minimumSize } from "./minimumSize.ts";
import type { Phenomenon } from "./phenomenon.ts";
import { rootOfMembers } from "./rootOfMembers.ts";
import { selectEffect } from "./selectEffect.ts";
import { completeSpiral, haltingSpiral, partialSpiral } from "./spirals.ts";
import { waiting } from "./waiting.ts";
import { weights } from "./weights.ts";

/** What must appear, in the order of the README's table. */
export const phenomena: readonly Phenomenon[] = [
  rootOfMembers,
  diversification,
  waiting,
  selectEffect,
  blindLeaving,
  awareLeaving,
  demand,
  haltingSpiral,
  partialSpiral,
  completeSpiral,
  caps,
  weights,
  fee,
  incidenceShock,
  delay,
  minimumSize,
  deposits,
];
