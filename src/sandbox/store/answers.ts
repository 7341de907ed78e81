import type { Context, KeptAnswer } from '../engine.ts';
import { countOf, textOf } from './columns.ts';

export function findAnswer(context: Context, key: string): KeptAnswer | null {
  const row = context.store.first(
    'SELECT * FROM answers WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  if (row === null) return null;
  return { request: textOf(row, 'request'), status: countOf(row, 'status'), body: textOf(row, 'body') };
}

export function keepAnswer(context: Context, key: string, answer: KeptAnswer): void {
  context.store.run(
    'INSERT OR REPLACE INTO answers (tenant, key, request, status, body) VALUES (?, ?, ?, ?, ?)',
    context.tenantId,
    key,
    answer.request,
    answer.status,
    answer.body,
  );
}
