import type { TopLevelSpec } from "vega-lite";
import type { Table } from "../tables/table.ts";

/** A picture before it is drawn: what to say about it, and how to draw it in a frame of a given size. */
export interface Chart {
  /** Unique on the page; a valid HTML id. */
  readonly id: string;
  /** The finding, in a sentence without a full stop. */
  readonly title: string;
  readonly caption: string;
  /** What a reader who cannot see it is told. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  /** Over the whole width of the page, or half of it. */
  readonly width: "full" | "half";
  readonly draw: (frame: Frame) => TopLevelSpec;
  /** The numbers behind it. */
  readonly table: Table;
  /** What pointing at it tells, from place to place; nothing where there are none. */
  readonly readings?: readonly Reading[];
  /** The axis along which the readings lie: "x" unless given. */
  readonly along?: "x" | "y";
}

/** The numbers at a place of an axis. */
export interface Reading {
  /** A value of the axis: a time in milliseconds, a number, or a category. */
  readonly at: number | string;
  /** What the place is: "28 Jan 2019". */
  readonly head: string;
  readonly values: readonly (readonly [label: string, value: string])[];
}

export interface LegendEntry {
  readonly label: string;
  readonly kind: "line" | "area" | "point";
  /** A colour of the theme. */
  readonly color: string;
}

/** Size of the picture in pixels, axes included, and of its letters. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}
