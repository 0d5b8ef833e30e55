import { defineConfig } from "vitest/config";

/** The kinds of test, one folder each under `test/`; `npm test` runs the fast ones, `npm run test:slow` and `test:browser` the others. */
const project = (name: string, include: string[], testTimeout = 20_000) => ({
  test: { name, include, testTimeout, hookTimeout: 60_000 },
});

/** Tests that share what they import, which takes half as long as they do: they leave no state behind and replace no module. */
const sharing = (name: string, include: string[], testTimeout?: number) => {
  const { test } = project(name, include, testTimeout);
  return { test: { ...test, isolate: false } };
};

export default defineConfig({
  test: {
    // One less than the machine's cores would leave half of a machine of two idle.
    maxWorkers: 2,
    projects: [
      sharing("unit", [
        "test/{random,scenario,plan,oracle,engine,statistics,explain,report,compare,cli,bench}/**/*.test.ts",
      ]),
      sharing("run", ["test/run/**/!(runFolder).test.ts"]),
      project("mocking", ["test/run/runFolder.test.ts"]),
      sharing("properties", ["test/properties/**/*.test.ts"], 60_000),
      sharing("reference", ["test/reference/**/*.test.ts"], 60_000),
      sharing("phenomena", ["test/phenomena/**/*.test.ts"], 60_000),
      sharing("frozen", ["test/frozen/**/*.test.ts"], 60_000),
      project("e2e", ["test/e2e/**/*.test.ts"], 120_000),
      project("slow", ["test/slow/**/*.test.ts"], 600_000),
      project("browser", ["test/browser/**/*.test.ts"], 120_000),
    ],
  },
});
