import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { schema } from './schema.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The database of the sandbox. Integers come back as bigint, so that an amount never passes through a float. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #rowsRead = new Map<string, number>();
  #depth = 0;

  /** `path` names a file, or ":memory:". */
  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    // What was deleted is overwritten, too: tenants hold whatever was sent to them.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    this.#database.exec(schema);
  }

  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
    const rows = this.#statement(sql).all(...values);
    this.#countRows(rows.length, values[0]);
    return rows;
  }

  first(sql: string, ...values: readonly SQLInputValue[]): Row | null {
    this.#countRows(1, values[0]);
    return this.#statement(sql).get(...values) ?? null;
  }

  /** How many rows were read for the tenant, whose id comes first in every query of its rows. */
  rowsReadFor(tenantId: string): number {
    return this.#rowsRead.get(tenantId) ?? 0;
  }

  /** Answers how many rows were changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** Everything that `work` writes stands together or not at all. A transaction within another is part of it. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** Leaves one file, in which nothing of deleted rows is left. */
  close(): void {
    try {
      this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    } finally {
      this.#database.close();
    }
  }

  #countRows(count: number, tenantId: SQLInputValue | undefined): void {
    if (typeof tenantId !== 'string') return;
    this.#rowsRead.set(tenantId, (this.#rowsRead.get(tenantId) ?? 0) + count);
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    this.#statements.set(sql, statement);
    return statement;
  }
}
