import type { z } from "zod";
import type { Steps } from "../located.ts";

/** The keys a schema's map allows at the given steps; none where names are free or nothing is known. */
export function keysAt(schema: z.core.$ZodType, steps: Steps): readonly string[] {
  const inner = unwrapped(schema);
  const [step, ...rest] = steps;
  if (inner.def.type === "object") {
    const shape = inner.def.shape;
    if (step === undefined) return Object.keys(shape);
    return Object.hasOwn(shape, step) ? keysAt(shape[step], rest) : [];
  }
  if (step === undefined) return [];
  if (inner.def.type === "array") return keysAt(inner.def.element, rest);
  return inner.def.type === "record" ? keysAt(inner.def.valueType, rest) : [];
}

type Layer = z.core.$ZodTypes["_zod"];

/** The schema within defaults, options and transforms. */
export function unwrapped(schema: z.core.$ZodType): Layer {
  const layer = (schema as z.core.$ZodTypes)._zod;
  if (layer.def.type === "pipe") return unwrapped(layer.def.in);
  return "innerType" in layer.def ? unwrapped(layer.def.innerType) : layer;
}
