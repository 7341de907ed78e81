/** The rows of each page of a document: none is lost where a page ends, and there is always a page. */
export function documentPages<Row>(of: {
  readonly rows: readonly Row[];
  readonly perPage: number;
}): readonly (readonly Row[])[] {
  const { rows, perPage } = of;
  const count = Math.max(1, Math.ceil(rows.length / perPage));
  return Array.from({ length: count }, (_, page) => rows.slice(page * perPage, (page + 1) * perPage));
}
