import { HarnessFault } from '../../model/fault.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** Reads a small CSV file with a header line (RFC 4180). A row with another number of fields, or a torn end, is an error. */
export function readCsv(name: string, text: string): readonly CsvRow[] {
  if (!text.endsWith('\n')) throw malformed(name, 'a last line without an end', 'the whole file');
  const [header = [], ...rows] = parseRows(name, text);
  return rows.map((row, index) => {
    if (row.length !== header.length)
      throw malformed(
        name,
        `${row.length} fields in row ${index + 2}`,
        `${header.length}, as in the first line`,
      );
    return Object.fromEntries(header.map((column, at) => [column, row[at] ?? '']));
  });
}

/** The field of a row; a column that is not there is an error, an empty field is not. */
export function field(row: CsvRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw malformed('a CSV row', `no column "${column}"`, Object.keys(row).join(', '));
  return value;
}

const token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n)/y;

function parseRows(name: string, text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (match === null)
      throw malformed(
        name,
        `"${text.slice(start, start + 20)}" in row ${rows.length + 1}`,
        'a field, then a comma or a line end',
      );
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function malformed(name: string, found: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found ${found} in ${name}, expected ${expected}.`,
    hint: 'Export the file again, with commas, quotes where needed and a line end after the last row.',
  });
}
