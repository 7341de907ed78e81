import type { LegalEntity } from '../../model/billing/legal-entity.ts';
import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';
import type { Row } from './store.ts';

/** False when the key or the prefix is taken. */
export function insertEntity(context: Context, entity: LegalEntity): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO legal_entities (tenant, key, name, number_prefix, currency) VALUES (?, ?, ?, ?, ?)',
    context.tenantId,
    entity.key,
    entity.name,
    entity.numberPrefix,
    entity.currency,
  );
  return inserted === 1;
}

export function entityByKey(context: Context, key: string): LegalEntity | null {
  const row = context.store.first(
    'SELECT * FROM legal_entities WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : entityFrom(row);
}

/** Null for a customer of the first company, which every tenant has without naming it. */
export function entityOf(context: Context, customerId: string): LegalEntity | null {
  const row = context.store.first(
    `SELECT entity.* FROM legal_entities AS entity JOIN customer_entities AS mine
     ON mine.tenant = entity.tenant AND mine.entity = entity.key WHERE entity.tenant = ? AND mine.customer = ?`,
    context.tenantId,
    customerId,
  );
  return row === null ? null : entityFrom(row);
}

export function assignEntity(context: Context, customerId: string, key: string): void {
  context.store.run(
    'INSERT OR REPLACE INTO customer_entities (tenant, customer, entity) VALUES (?, ?, ?)',
    context.tenantId,
    customerId,
    key,
  );
}

/** In one step, so that no two callers get the same. */
export function takeNumber(context: Context, prefix: string): number {
  const row = context.store.first(
    `INSERT INTO number_series (tenant, prefix, last) VALUES (?, ?, 1)
     ON CONFLICT (tenant, prefix) DO UPDATE SET last = last + 1 RETURNING last`,
    context.tenantId,
    prefix,
  );
  return row === null ? 1 : countOf(row, 'last');
}

function entityFrom(row: Row): LegalEntity {
  return {
    key: textOf(row, 'key'),
    name: textOf(row, 'name'),
    numberPrefix: textOf(row, 'number_prefix'),
    currency: textOf(row, 'currency'),
  };
}
