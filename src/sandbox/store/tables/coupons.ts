import type { Tables } from './tables.ts';

export const couponsTables: Tables = {
  ofTenant: ['coupons', 'redemptions'],
  sql: `
CREATE TABLE IF NOT EXISTS coupons (
  tenant TEXT NOT NULL, code TEXT NOT NULL, body TEXT NOT NULL, redemptions_max INTEGER, redeemed INTEGER NOT NULL,
  PRIMARY KEY (tenant, code));
CREATE TABLE IF NOT EXISTS redemptions (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT, customer TEXT NOT NULL, code TEXT NOT NULL,
  subscription TEXT, coupon TEXT NOT NULL, redeemed_on TEXT NOT NULL, uses INTEGER NOT NULL, UNIQUE (tenant, id),
  UNIQUE (tenant, key));
CREATE INDEX IF NOT EXISTS redemptions_by_customer ON redemptions (tenant, customer);
`,
};
