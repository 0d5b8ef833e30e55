import { defineConfig } from "rolldown";

/** Goes into pages as its own source text, which must not be written anew. */
const pageScript = "/report/html/live.js";

/**
 * The command line with all it needs in few files: Node takes longer to find and link a thousand modules than `check` takes for the
 * rest. Made from what `tsc` compiled; the library (`dist/index.js`) stays as it is. Piscina starts threads from a file of its own.
 */
export default defineConfig({
  input: { fentan: "dist/cli/main.js", worker: "dist/run/worker.js" },
  platform: "node",
  external: (id) => id === "piscina" || id.endsWith(pageScript),
  output: {
    dir: "dist/bin",
    cleanDir: true,
    chunkFileNames: "[name].js",
    paths: (id) => (id.endsWith(pageScript) ? `..${pageScript}` : id),
  },
});
