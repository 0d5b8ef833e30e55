import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type FolderKind, runFolder } from "./runFolder.ts";

/** A file of a folder: its text, or what writes it to a path. */
export interface RunFile {
  readonly name: string;
  readonly content: string | ((path: string) => void | Promise<void>);
}

/** A file as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a run's folder as `writeFolder` does, `manifest.json` last.
 *
 * @param manifestOf makes the manifest's text from the files written
 * @throws what the file system throws; the folder is then as it was before
 */
export function writeRunFolder(
  folder: string,
  files: readonly RunFile[],
  manifestOf: (written: readonly WrittenFile[]) => string,
): Promise<void> {
  return writeFolder(folder, runFolder, files, manifestOf);
}

/**
 * Writes a folder so that it is never seen half-written: into a folder beside it, every file flushed to the disk, the one that
 * makes it complete last; then renamed. A former folder of its kind is replaced only by a whole one; files in it that fentan did not
 * write (notes, say) stay.
 *
 * @param lastOf makes the text of the last file from those written before
 * @throws what the file system throws; the folder is then as it was before
 */
export async function writeFolder(
  folder: string,
  kind: FolderKind,
  files: readonly RunFile[],
  lastOf: (written: readonly WrittenFile[]) => string,
): Promise<void> {
  const target = resolve(folder);
  const aside = join(dirname(target), `.${basename(target)}.writing-${randomUUID().slice(0, 8)}`);
  await makeFolder(aside);
  try {
    const written: WrittenFile[] = [];
    for (const file of files) written.push(await writeWhole(aside, file));
    await writeWhole(aside, { name: kind.last, content: lastOf(written) });
    await flush(aside);
    await takePlace(aside, target, kind);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** As `mkdir -p`; node's own does not end on file systems that refuse folders, such as /proc. */
async function makeFolder(path: string): Promise<void> {
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  await mkdir(path);
}

async function writeWhole(folder: string, { name, content }: RunFile): Promise<WrittenFile> {
  const path = join(folder, name);
  await (typeof content === "string" ? writeFile(path, content) : content(path));
  await flush(path);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}

/** Makes sure that a file or folder is on the disk before anything is named after it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } catch {
    // Some systems cannot flush a folder; its renaming is then as safe as they make it.
  } finally {
    await handle.close();
  }
}

/** Renames `aside` to `target`, out of whose way a former folder goes first, to come back if that fails. */
async function takePlace(aside: string, target: string, kind: FolderKind): Promise<void> {
  if (!existsSync(target)) return rename(aside, target);
  const former = `${aside}.former`;
  await rename(target, former);
  try {
    await rename(aside, target);
  } catch (error) {
    await rename(former, target);
    throw error;
  }
  await keepOthers(former, target, kind);
  await rm(former, { recursive: true, force: true });
}

/** Moves what fentan did not write into the new folder. */
async function keepOthers(former: string, target: string, { filesOf }: FolderKind): Promise<void> {
  const own = new Set(filesOf(former));
  for (const name of await readdir(former)) {
    if (!own.has(name) && !existsSync(join(target, name)))
      await rename(join(former, name), join(target, name));
  }
}
