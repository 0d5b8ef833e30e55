/** What a disk, its permissions or the machine's limits may say no with. */
const causes: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  ENOENT: "the folder cannot be made there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EBUSY: "the folder is in use, or a disk of its own (a mount point); give a folder in it with --out",
  EXDEV: "the folder is a disk of its own, or on another one; give another with --out",
  ENOTDIR: "a part of the path is not a folder; give another with --out",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
};

/** A sentence for an error of the machine that its user can mend; null for all others. */
export function describeSystemError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const cause = causes[String(error.code)];
  return cause === undefined ? null : `cannot write the report: ${cause} (${error.message})\n`;
}
