import { countOf } from './columns.ts';
import { keyMark } from './executions.ts';
import type { Row, Store } from './store.ts';

/** A request with a key, by the run that sent it. */
export interface WriteMark {
  readonly runId: string;
  readonly key: string;
}

export interface KeptWrite {
  /** Null while it is being worked on, and for ever when the process died meanwhile. */
  readonly status: number | null;
  /** Whether its work is counted: in the same transaction, or when all of it is done. */
  readonly isCounted: boolean;
}

/** Notes that a request has come, before anything is done for it. Neither its body nor its address is kept. */
export function beginWrite(store: Store, { runId, key }: WriteMark, isCounted: boolean): void {
  store.run(
    'INSERT OR IGNORE INTO writes (run_id, key, counted, status) VALUES (?, ?, ?, NULL)',
    runId,
    keyMark(key),
    isCounted ? 1 : 0,
  );
}

/** A repeat that is refused does not undo that the first one was done. */
export function endWrite(store: Store, { runId, key }: WriteMark, status: number): void {
  store.run(
    'UPDATE writes SET status = ? WHERE run_id = ? AND key = ? AND (status IS NULL OR status NOT BETWEEN 200 AND 299)',
    status,
    runId,
    keyMark(key),
  );
}

export function findWrite(store: Store, { runId, key }: WriteMark): KeptWrite | null {
  const row = store.first('SELECT * FROM writes WHERE run_id = ? AND key = ?', runId, keyMark(key));
  return row === null ? null : keptFrom(row);
}

/** By the count that is made in the transaction of the work itself. */
export function wasExecuted(store: Store, key: string): boolean {
  const row = store.first('SELECT count(*) AS times FROM executions WHERE key = ?', keyMark(key));
  return row !== null && countOf(row, 'times') > 0;
}

function keptFrom(row: Row): KeptWrite {
  return {
    status: row['status'] === null ? null : countOf(row, 'status'),
    isCounted: countOf(row, 'counted') === 1,
  };
}
