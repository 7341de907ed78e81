import { HarnessFault } from '../../model/fault.ts';
import type { Row } from './store.ts';

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrongColumn(column, value);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function integerOf(row: Row, column: string): bigint {
  const value = row[column];
  return typeof value === 'bigint' ? value : wrongColumn(column, value);
}

/** For counts and sequence numbers, never for money. */
export function countOf(row: Row, column: string): number {
  return Number(integerOf(row, column));
}

function wrongColumn(column: string, value: unknown): never {
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `Found ${typeof value} in column ${column}, expected another type.`,
    hint: 'The database file was written by another version of the sandbox: start with an empty data folder.',
  });
}
