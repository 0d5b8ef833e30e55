/** An element of a tagged PDF: what it is, and the pages on which its content stands. */
export interface PdfElement {
  readonly kind: string;
  readonly pages: readonly number[];
  readonly children: readonly PdfElement[];
}

export interface Pdf {
  readonly pageCount: number;
  readonly root: PdfElement;
}

/** Reads the tree of a PDF as Chromium writes it: objects in the clear, one `endobj` each. */
export function readPdf(bytes: Buffer): Pdf {
  const objects = new Map<string, string>();
  for (const [, id, body] of bytes.toString("latin1").matchAll(/(\d+) 0 obj\n(<<\/Type \/[\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const pages = [...objects].filter(([, body]) => /^<<\/Type \/Page\n/.test(body)).map(([id]) => id);
  const children = new Map<string, string[]>();
  for (const [id, body] of objects) {
    const kids = /\/K (\d+ 0 R|\d+|\[[^\]]*\])/.exec(body)?.[1] ?? "";
    const isKnown = ([, kid]: RegExpMatchArray) => objects.get(kid)?.startsWith("<</Type /StructElem");
    const found = Array.from(kids.replace(/\/Pg \d+ 0 R/g, "").matchAll(/(\d+) 0 R/g)).filter(isKnown);
    children.set(
      id,
      found.map(([, kid]) => kid),
    );
  }
  const elementOf = (id: string): PdfElement => {
    const body = objects.get(id) ?? "";
    const own = Array.from(body.matchAll(/\/Pg (\d+) 0 R/g), ([, page]) => pages.indexOf(page));
    const inside = (children.get(id) ?? []).map(elementOf);
    const all = new Set([...own, ...inside.flatMap((element) => element.pages)]);
    return { kind: /\/S \/(\w+)/.exec(body)?.[1] ?? "", pages: [...all], children: inside };
  };
  const root = [...objects].find(([, body]) => body.includes("/S /Document"))?.[0] ?? "";
  return { pageCount: pages.length, root: elementOf(root) };
}

/** All elements in reading order. */
export function elementsOf(element: PdfElement): PdfElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}
