import type { Outlook } from "./reactions.ts";
import type { Pool, World } from "./world.ts";

/** What a class sees: its mean share of the last periods, per year; null before the first settlement. */
export function outlookOf(
  pool: Pool,
  className: string,
  lookBack: number,
  { period }: World,
): Outlook | null {
  const recent = (pool.asked.get(className) ?? []).slice(-lookBack);
  if (recent.length === 0) return null;
  const mean = recent.reduce((sum, share) => sum + share, 0) / recent.length;
  return { share: mean * period.perYear, expectedAid: pool.expectedAid.get(className) ?? 0 };
}
