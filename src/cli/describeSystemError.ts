/** What a disk, its permissions or the machine's limits may say no with. */
const causes: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
};

/** A sentence for an error of the machine that its user can mend; null for all others. */
export function describeSystemError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const cause = causes[String(error.code)];
  return cause === undefined ? null : `cannot write the report: ${cause} (${error.message})\n`;
}
