/**
 * The path of a file as another file names it: relative to that file's folder, unless it is absolute.
 *
 * @example besideFile("scenarios/x.yaml", "../tables/a.csv") // "tables/a.csv"
 */
export function besideFile(file: string, name: string): string {
  if (/^(\/|[A-Za-z]:[\\/])/.test(name)) return name;
  const folder = file.replaceAll("\\", "/").split("/").slice(0, -1);
  for (const part of name.replaceAll("\\", "/").split("/")) {
    const last = folder[folder.length - 1];
    if (part === "..") {
      if (folder.length > 0 && last !== ".." && last !== "" && last !== ".") folder.pop();
      else folder.push("..");
    } else if (part !== "." && part !== "") folder.push(part);
  }
  return folder.join("/");
}
