import { type LocalDate, localDate } from '../../model/date.ts';
import { textOf } from './columns.ts';
import { tenantTables } from './schema.ts';
import type { Row, Store } from './store.ts';

export interface Tenant {
  readonly id: string;
  readonly runId: string;
  readonly name: string;
  readonly apiKey: string;
}

export function insertTenant(store: Store, tenant: Tenant & { readonly today: LocalDate }): void {
  store.run(
    'INSERT INTO tenants (id, run_id, name, api_key, today) VALUES (?, ?, ?, ?, ?)',
    tenant.id,
    tenant.runId,
    tenant.name,
    tenant.apiKey,
    tenant.today,
  );
}

export function tenantByKey(store: Store, apiKey: string): Tenant | null {
  const row = store.first('SELECT * FROM tenants WHERE api_key = ?', apiKey);
  return row === null ? null : tenantFrom(row);
}

export function tenantById(store: Store, id: string): Tenant | null {
  const row = store.first('SELECT * FROM tenants WHERE id = ?', id);
  return row === null ? null : tenantFrom(row);
}

export function tenantsOfRun(store: Store, runId: string): readonly Tenant[] {
  return store.all('SELECT * FROM tenants WHERE run_id = ? ORDER BY rowid', runId).map(tenantFrom);
}

/** Removes the tenant and every row that belongs to it. */
export function deleteTenant(store: Store, id: string): void {
  store.transaction(() => {
    for (const table of tenantTables) store.run(`DELETE FROM ${table} WHERE tenant = ?`, id);
    store.run('DELETE FROM tenants WHERE id = ?', id);
  });
}

export function todayOf(store: Store, tenantId: string): LocalDate {
  const row = store.first('SELECT today FROM tenants WHERE id = ?', tenantId);
  return localDate(row === null ? '' : textOf(row, 'today'));
}

export function setToday(store: Store, tenantId: string, today: LocalDate): void {
  store.run('UPDATE tenants SET today = ? WHERE id = ?', today, tenantId);
}

function tenantFrom(row: Row): Tenant {
  return {
    id: textOf(row, 'id'),
    runId: textOf(row, 'run_id'),
    name: textOf(row, 'name'),
    apiKey: textOf(row, 'api_key'),
  };
}

export function everyTenant(store: Store): readonly Tenant[] {
  return store.all('SELECT * FROM tenants ORDER BY rowid').map(tenantFrom);
}
