import type { GherkinDocument, Pickle, Scenario, TableRow } from '@cucumber/messages';

/** Where a scenario, or one row of an outline, stands in its feature. */
export interface PicklePlace {
  /** Feature, rule if there is one, scenario, and for an outline the values of its row. */
  readonly titlePath: readonly string[];
  /** Of the scenario, or of the row: what cucumber takes to run just this one. */
  readonly line: number;
}

/** Finds the scenario that a pickle was made of. Throws when the two do not belong together. */
export function picklePlace(document: GherkinDocument, pickle: Pickle): PicklePlace {
  const { scenario, rule } = scenarioOf(document, pickle);
  const titles = [document.feature?.name ?? '', ...(rule === null ? [] : [rule]), pickle.name];
  const rowId = pickle.astNodeIds[1];
  if (rowId === undefined) return { titlePath: titles, line: scenario.location.line };
  const { header, row } = exampleRow(scenario, rowId);
  return { titlePath: [...titles, rowTitle(header, row)], line: row.location.line };
}

function scenarioOf(document: GherkinDocument, pickle: Pickle): { scenario: Scenario; rule: string | null } {
  for (const { rule, scenario } of document.feature?.children ?? []) {
    const candidates = rule ? rule.children.map((child) => child.scenario) : [scenario];
    const found = candidates.find((candidate) => candidate?.id === pickle.astNodeIds[0]);
    if (found) return { scenario: found, rule: rule?.name ?? null };
  }
  throw new RangeError(`no scenario of ${pickle.uri} made "${pickle.name}"`);
}

function exampleRow(scenario: Scenario, rowId: string): { header: TableRow; row: TableRow } {
  for (const { tableHeader, tableBody } of scenario.examples) {
    const row = tableBody.find(({ id }) => id === rowId);
    if (row && tableHeader) return { header: tableHeader, row };
  }
  throw new RangeError(`"${scenario.name}" has no such row of examples`);
}

function rowTitle(header: TableRow, row: TableRow): string {
  return header.cells
    .map(({ value }, column) => `${value.trim()} ${row.cells[column]?.value.trim() ?? ''}`)
    .join(', ');
}
