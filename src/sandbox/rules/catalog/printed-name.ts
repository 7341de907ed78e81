/** A customer's name as a document shows it: letter by letter as he wrote it. */
export function printedName(name: string): string {
  return name;
}
