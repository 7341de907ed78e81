import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { findOnPath, isExecutable } from '../find-on-path.ts';

/** The folder of initdb, postgres, psql and pg_dump; null where PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const named = findOnPath('initdb');
  const folders = [
    ...(named === null ? [] : [dirname(named)]),
    // Debian keeps them off PATH, by major version; the newest first.
    ...globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => majorOf(b) - majorOf(a)),
  ];
  return folders.find((folder) => needed.every((name) => isExecutable(join(folder, name)))) ?? null;
}

const needed = ['initdb', 'postgres', 'psql', 'pg_dump'] as const;

function majorOf(folder: string): number {
  return Number(/postgresql\/(\d+)/.exec(folder)?.[1] ?? 0);
}

export function neededPostgres(): string {
  const folder = findPostgres();
  if (folder !== null) return folder;
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found no PostgreSQL on this machine, expected ${needed.join(', ')} on PATH or below /usr/lib/postgresql.`,
    hint: 'On Debian type: apt-get install -y --no-install-recommends postgresql. Or say database: memory.',
  });
}
