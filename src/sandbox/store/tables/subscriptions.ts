import type { Tables } from './tables.ts';

export const subscriptionsTables: Tables = {
  ofTenant: ['subscriptions', 'assignments'],
  sql: `
CREATE TABLE IF NOT EXISTS subscriptions (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, customer TEXT NOT NULL, start TEXT NOT NULL,
  quantity TEXT NOT NULL, billing TEXT NOT NULL, cancelled_from TEXT, next_due TEXT,
  base TEXT, trial_end TEXT, agreement TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant, id), UNIQUE (tenant, key));
CREATE INDEX IF NOT EXISTS subscriptions_due ON subscriptions (tenant, next_due);
CREATE INDEX IF NOT EXISTS subscriptions_by_customer ON subscriptions (tenant, customer);
CREATE TABLE IF NOT EXISTS assignments (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, number INTEGER NOT NULL, plan TEXT NOT NULL,
  start TEXT NOT NULL, anchor TEXT NOT NULL, quantity TEXT NOT NULL DEFAULT '1',
  state TEXT NOT NULL DEFAULT 'active', PRIMARY KEY (tenant, subscription, number));
`,
};
