import { type ExportKind, type ExportRow, exportColumns } from '../../model/billing/export.ts';
import type { Context } from '../engine.ts';

/** Rows as a CSV file: a header, then a line each, ended by CR and LF. */
export function csvFile(context: Context, kind: ExportKind, rows: readonly ExportRow[]): string {
  const columns = exportColumns[kind];
  const line = (cells: readonly string[]) => `${cells.map(context.rules.csvCell).join(',')}\r\n`;
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('');
}
