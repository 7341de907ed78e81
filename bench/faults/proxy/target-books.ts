import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the sandbox's own database says; the runs delete what they made, so a watcher looks while they run. */
export interface TargetBooks {
  /** Payments that were taken more than once for the same key. */
  doubleCharges(): readonly string[];
  stop(): void;
}

const everyMs = 40;

/** Looks again and again, because a tenant lives only as long as its check. */
export function watchBooks(dataDir: string): TargetBooks {
  const found = new Set<string>();
  const database = new DatabaseSync(join(dataDir, 'sandbox.sqlite'), { readOnly: true });
  const query = database.prepare(
    `SELECT key, count(*) AS times FROM payments WHERE status = 'succeeded' GROUP BY tenant, key HAVING times > 1`,
  );
  const look = () => {
    for (const row of query.all()) found.add(`payment ${row['key']} was taken ${row['times']} times`);
  };
  const timer = setInterval(look, everyMs);
  return {
    doubleCharges: () => [...found],
    stop: () => {
      clearInterval(timer);
      database.close();
    },
  };
}
