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
  const parts = isList
    ? value.map((item) => write(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${write(item, deeper)}`);
  const [open, close] = isList ? "[]" : "{}";
  if (parts.length === 0) return open + close;
  if (Object.values(value).every(isScalar))
    return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  return `${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

/** JSON has no NaN and no infinity; their makers let none in, and none gets out. */
function writeNumber(value: number): string {
  return Number.isFinite(value) ? JSON.stringify(Number(value.toPrecision(12))) : "null";
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
