import { defineConfig } from "vitest/config";

/** The kinds of test, one folder each under `test/`; `npm test` runs the fast ones, `npm run test:slow` and `test:browser` the others. */
const project = (name: string, include: string[], testTimeout = 20_000) => ({
  test: { name, include, testTimeout, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["test/{random,scenario,plan,engine,statistics,run,report,cli}/**/*.test.ts"]),
      project("properties", ["test/properties/**/*.test.ts"], 60_000),
      project("reference", ["test/reference/**/*.test.ts"], 60_000),
      project("frozen", ["test/frozen/**/*.test.ts"], 60_000),
      project("e2e", ["test/e2e/**/*.test.ts"], 120_000),
      project("slow", ["test/slow/**/*.test.ts"], 600_000),
      project("browser", ["test/browser/**/*.test.ts"], 120_000),
    ],
  },
});
