/** Seconds that this process has computed, on all its threads (the compiler’s and the collector’s too): what others do does not count. */
export function computedSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
