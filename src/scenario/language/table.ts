import { ScenarioDefect } from '../expectation-failed.ts';

/** A table of a step, its heading first. */
export type Table = readonly (readonly string[])[];
export type Row = Readonly<Record<string, string>>;

/** The rows under the heading by column. A column that nobody reads would assert nothing, so it is refused. */
export function readTable(table: Table, columns: readonly string[]): readonly Row[] {
  const [heading = [], ...rows] = table;
  const names = heading.map((name) => name.trim());
  const strange = names.filter((name) => !columns.includes(name));
  if (strange.length > 0) {
    throw new ScenarioDefect(
      `Found the column "${strange[0]}", expected one of: ${columns.join(', ')}. Rename it or take it out.`,
    );
  }
  if (new Set(names).size !== names.length)
    throw new ScenarioDefect(`Found a column twice: ${names.join(', ')}.`);
  if (rows.length === 0)
    throw new ScenarioDefect('Found a table without rows, expected at least one under the heading.');
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, (row[index] ?? '').trim()])));
}

/** The cell that must be there and filled. */
export function cell(row: Row, column: string): string {
  const value = row[column] ?? '';
  if (value === '')
    throw new ScenarioDefect(`Found no value in the column "${column}", expected one in each row.`);
  return value;
}

/** The cell, or null where it is empty or the column is absent: not asserted. */
export function optionalCell(row: Row, column: string): string | null {
  const value = row[column] ?? '';
  return value === '' ? null : value;
}
