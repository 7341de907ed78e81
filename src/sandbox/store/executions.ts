import { hash } from 'node:crypto';
import type { Context } from '../engine.ts';

/**
 * Counts that the work behind a key was really done, in the transaction that did it. These rows outlive their tenant: whoever
 * asks later whether anything was done twice need not believe those who sent it.
 */
export function countExecution(context: Context, key: string): void {
  context.store.run(
    'INSERT INTO executions (world, key) SELECT name, ? FROM tenants WHERE id = ?',
    keyMark(key),
    context.tenantId,
  );
}

/** Tells keys apart without holding what callers put into them. */
export function keyMark(key: string): string {
  return hash('sha256', key).slice(0, 16);
}
