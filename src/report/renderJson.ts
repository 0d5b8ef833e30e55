/**
 * report.json and comparison.json: keys in the order of their schema, numbers to 12 significant digits (beyond, machines and
 * versions may differ), a line per figure so that differences read well.
 */
export function renderJson(document: object): string {
  return `${write(document, "")}\n`;
}

function write(value: unknown, indent: string): string {
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : Object.values(value);
  const written = items.map((item) => write(item, deeper));
  const parts = isList
    ? written
    : Object.keys(value).map((key, i) => `${JSON.stringify(key)}: ${written[i]}`);
  const [open, close] = isList ? "[]" : "{}";
  if (parts.length === 0) return open + close;
  if (items.every(isScalar)) return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  return `${open}\n${deeper}${parts.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/** JSON has no NaN and no infinity; their makers let none in, and none gets out. */
function writeNumber(value: number): string {
  return Number.isFinite(value) ? JSON.stringify(Number(value.toPrecision(12))) : "null";
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
