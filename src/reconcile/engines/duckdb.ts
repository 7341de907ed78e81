import { DuckDBInstance } from '@duckdb/node-api';
import type { Engine } from './engine.ts';

export interface DuckdbLimits {
  /** Where it may spill when the memory is used up. */
  readonly spillDir: string;
  readonly memoryMiB: number;
}

/** DuckDB in this process, in memory, without reach to the network. */
export async function openDuckdb({ spillDir, memoryMiB }: DuckdbLimits): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMiB}MiB`,
    temp_directory: spillDir,
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJson()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)])));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
