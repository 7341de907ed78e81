import { type ExportKind, type ExportRow, exportColumns } from '../../model/billing/export.ts';
import { TargetAnswerInvalid } from '../../target/session.ts';

const token = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;

/** Reads the file strictly (RFC 4180): a torn end, a loose quote, a row of another length or a missing column is an error. */
export function readExport(kind: ExportKind, answer: unknown): readonly ExportRow[] {
  const text = typeof answer === 'string' ? answer : '';
  const [header = [], ...rows] = cellsOf(kind, text);
  const missing = exportColumns[kind].filter((column) => !header.includes(column));
  if (missing.length > 0) throw invalid(kind, `no column ${missing.join(', ')}`);
  return rows.map((row, index) => {
    if (row.length !== header.length)
      throw invalid(kind, `${row.length} cells in row ${index + 2}, expected ${header.length}`);
    return Object.fromEntries(header.map((column, at) => [column, row[at] ?? '']));
  });
}

function cellsOf(kind: ExportKind, text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (match === null)
      throw invalid(kind, `${JSON.stringify(text.slice(start, start + 30))} in row ${rows.length + 1}`);
    const [, cell = '', end] = match;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw invalid(kind, 'a last row without an end');
  return rows;
}

function invalid(kind: ExportKind, found: string): TargetAnswerInvalid {
  return new TargetAnswerInvalid({
    operation: `export.${kind}`,
    status: 200,
    answer: `found ${found} in the file`,
  });
}
