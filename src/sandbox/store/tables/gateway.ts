import type { Tables } from './tables.ts';

/** Movements are the payment service's own record: the engine reads them through the gateway only. */
export const gatewayTables: Tables = {
  ofTenant: ['payment_methods', 'gateway_movements'],
  sql: `
CREATE TABLE IF NOT EXISTS payment_methods (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, behaviour TEXT NOT NULL, collection TEXT NOT NULL,
  PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS gateway_movements (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, key TEXT NOT NULL, customer TEXT NOT NULL, kind TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, status TEXT NOT NULL, decline TEXT, UNIQUE (tenant, key));
CREATE INDEX IF NOT EXISTS movements_by_customer ON gateway_movements (tenant, customer);
`,
};
