/** The other cells of a row stand between the rows of a long text in one of them. */
const otherCellsMax = 120;

/** Whether a page says the text, in one piece or going on in the next row of its cell. */
export function standsInRows(text: string, shown: string): boolean {
  if (unspaced(shown).includes(unspaced(text))) return true;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  return spaces.some((space) => {
    const [begun, rest] = [text.slice(0, space), text.slice(space + 1)];
    return endsOf(begun, shown).some((end) => shown.slice(end, end + otherCellsMax).includes(rest));
  });
}

/** Where a long text goes on in the next row is the layout's own business. */
export function unspaced(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Where each of its occurrences ends. */
function endsOf(text: string, shown: string): readonly number[] {
  const ends: number[] = [];
  for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1)) ends.push(at + text.length);
  return ends;
}
