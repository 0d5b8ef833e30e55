import type { Amount, Day, PoolScenario, Scenario, Stage } from "../../src/scenario/scenario.ts";
import type { Period } from "./clock.ts";
import type { Figures } from "./figures.ts";
import type { Luck } from "./luck.ts";
import type { Shocks } from "./shocks.ts";
import type { Known } from "./values.ts";

/** One person in a pool. Times are in periods since the calendar's first day. */
export interface Member {
  className: string;
  readonly sex: "male" | "female";
  readonly born: number;
  readonly joined: number;
  readonly joinedOn: Day;
  /** The rules in force then: they say how long one waits. */
  readonly joinedUnder: Stage;
  /** null: not yet paid in. */
  deposit: number | null;
  contributions: number;
  paidThisYear: number;
  /** What is to be paid in, as the deposit did not go far enough or is below the minimum. */
  toTopUp: number;
  /** The period at whose start the member is out because a debit failed; null: all were paid. */
  outIn: number | null;
}

/** An illness on its way to being approved or refused. */
export interface Claim {
  readonly benefit: Amount;
  readonly paidBy: "pool" | "operator";
  /** The period in which it is decided; a jury's approval stands. */
  readonly decidedIn: number;
  readonly isGranted: boolean;
}

/** A claim not yet made, and the day on which it will be. */
export interface PutOff extends Pick<Claim, "benefit" | "paidBy"> {
  readonly diagnosedOn: Day;
}

/** A pool in the course of one replication. */
export interface Pool {
  readonly rules: PoolScenario;
  members: Member[];
  /** From other pools, to be members from the next period on. */
  arriving: Member[];
  /** Who lapsed or did not pay: some of them join again. */
  former: Member[];
  everJoined: number;
  /** A part of a joiner that waits for the next period. */
  joinersCarried: number;
  /** The part of the members who fell ill, died or reached the age limit in the last period. */
  otherLeavers: number;
  claims: Claim[];
  /** Diagnoses that an event put off. */
  putOff: PutOff[];
  /** Carried into the next period; below 0: still to be collected. */
  surplus: number;
  subsidyPaid: number;
  /** Of this period: what the pool has to share. */
  sharedAid: number;
  sharedCases: number;
  contributionsPaid: number;
  /** What one sharer of each class was asked for, period by period. */
  readonly asked: Map<string, number[]>;
  /** What a covered member of each class may expect to receive in a year. */
  readonly expectedAid: Map<string, number>;
  readonly results: Figures[];
  now: Figures;
  premium: Premium | null;
  started: boolean;
  mostMembers: number;
  periodsBelow: number;
  periodsDear: number;
  readonly operatorResults: number[];
  ended: Ended | null;
}

/** The premium now, and what it had to pay for in this calendar year. */
export interface Premium {
  amount: number;
  collected: number;
  cost: number;
}

export interface Ended {
  /** The period, and the last one of the run-off. */
  readonly after: number;
  readonly settledUntil: number;
  readonly cause: string;
  /** Who can still be asked in the run-off. */
  readonly askable: readonly Member[];
}

/** One replication: what all pools have in common. */
export interface World {
  readonly scenario: Scenario;
  readonly luck: Luck;
  readonly known: Known;
  readonly shocks: Shocks;
  readonly pools: Pool[];
  period: Period;
}
