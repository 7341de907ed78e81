import type { Context } from '../engine.ts';
import { countOf } from './columns.ts';

/** 1 is what a tenant begins with until it is upgraded. */
export function dataVersion(context: Context): number {
  const row = context.store.first('SELECT version FROM data_versions WHERE tenant = ?', context.tenantId);
  return row === null ? 1 : countOf(row, 'version');
}

export function setDataVersion(context: Context, version: number): void {
  context.store.run(
    'INSERT OR REPLACE INTO data_versions (tenant, version) VALUES (?, ?)',
    context.tenantId,
    version,
  );
}
