import type { Point, Series } from "../explanation.ts";
import type { Subject } from "../subject.ts";

/** What is drawn of each stage: of what is called alike, only where it is not the same as before. */
export function versions(
  subjects: readonly Subject[],
  drawn: (subject: Subject) => readonly Series[],
): Series[] {
  const before = new Map<string, string>();
  return subjects.flatMap((subject) => {
    const series = drawn(subject);
    return [...new Set(series.map(({ name }) => name))].flatMap((name) => {
      const alike = series.filter((one) => one.name === name);
      const now = JSON.stringify(alike.map(({ from: _, ...same }) => same));
      if (now === before.get(name)) return [];
      before.set(name, now);
      return alike;
    });
  });
}

/** Points at so many equal steps from one number to another. */
export function pointsAt(
  from: number,
  to: number,
  steps: number,
  y: (x: number) => Omit<Point, "x">,
): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps;
    return { x, ...y(x) };
  });
}

const sexes = ["male", "female"] as const;

/** Men and women apart, or together where both have the same. */
export function bySex(
  from: string | null,
  name: string,
  points: (sex: (typeof sexes)[number]) => Point[],
): Series[] {
  const [male, female] = sexes.map(points);
  if (JSON.stringify(male) === JSON.stringify(female)) return [{ name, sex: null, from, points: male }];
  return [
    { name, sex: "male", from, points: male },
    { name, sex: "female", from, points: female },
  ];
}
