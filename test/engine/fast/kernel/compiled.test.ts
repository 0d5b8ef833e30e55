import { readFileSync, writeFileSync } from "node:fs";
import { compileString } from "assemblyscript/asc";
import { expect, it } from "vitest";

const source = "src/engine/fast/kernel/sweeps.as.ts";
const target = "src/engine/fast/kernel/compiled.ts";

/** Two numbers to a register, in a memory that is given to it; no checks and no runtime of its own. */
const options = {
  optimizeLevel: 3,
  noAssert: true,
  runtime: "stub",
  enable: ["simd", "threads"],
  importMemory: true,
  sharedMemory: true,
  initialMemory: 1,
  maximumMemory: 65536,
};

/** The module that carries the machine code of `sweeps.as.ts`. */
async function compiledModule(): Promise<string> {
  const { error, binary, stderr } = await compileString(
    { "sweeps.ts": readFileSync(source, "utf8") },
    options,
  );
  if (error || binary === null) throw new Error(`${source}: ${stderr}`);
  const lines =
    Buffer.from(binary)
      .toString("base64")
      .match(/.{1,100}/g) ?? [];
  return [
    "/** WebAssembly, in base64: what `sweeps.as.ts` compiles to. Written by `npm run kernel`. */",
    "export const compiled = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}

it("what is run is what the source compiles to (UPDATE=1 writes it anew)", async () => {
  const compiled = await compiledModule();
  if (process.env.UPDATE === "1") writeFileSync(target, compiled);
  expect(readFileSync(target, "utf8")).toBe(compiled);
});
