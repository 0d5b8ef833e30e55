import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { peerInNumpy, peerInR } from "./peers.ts";
import { testPeer, tinyPool } from "./peerTest.ts";

const folder = mkdtempSync(join(tmpdir(), "fentan-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

testPeer("NumPy", peerInNumpy(), tinyPool, folder);
testPeer("R", peerInR(), tinyPool, folder);
