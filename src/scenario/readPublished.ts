import { entryNode, type MapNode } from "./located.ts";
import type { ReadSection } from "./readSection.ts";
import type { Published } from "./scenario.ts";
import type { SectionSchemas } from "./schema/root.ts";

/** Reads `published`, and takes from how a number is written how exactly it was published, where nothing is said. */
export function readPublished(
  root: MapNode,
  schemas: SectionSchemas,
  read: ReadSection,
): readonly Published[] | undefined {
  const published = read("published", schemas.published);
  const list = entryNode(root, "published");
  return published?.map((one, index) => {
    if (one.kind !== "number" || !Number.isNaN(one.rounded)) return one;
    const written = entryNode(list?.kind === "list" ? list.items[index] : undefined, "value");
    const text = written?.kind === "scalar" ? written.text : String(one.value);
    return { ...one, rounded: lastDigit(text, one.value) };
  });
}

/**
 * The unit of a number's last decimal as it is written; 0 for a whole number, of which nobody can tell whether its zeros were published.
 *
 * @example lastDigit("0.1300", 0.13) // 0.0001
 * @example lastDigit("1.78 million", 1_780_000) // 10_000
 */
function lastDigit(text: string, value: number): number {
  const [, digits, decimals = "", exponent = "0"] =
    /^\s*([+-]?\d*\.?(\d*)(?:e([+-]?\d+))?)/i.exec(text) ?? [];
  if (decimals === "") return 0;
  const written = Number(digits);
  const unit = Number(`1e${Number(exponent) - decimals.length}`);
  // What stands behind the digits (%, thousand, million) multiplies their unit too.
  return written === 0 ? unit : Math.abs(unit * (value / written));
}
