import type { Tables } from './tables.ts';

/** A draft is only what it will bill; its amounts are worked out whenever somebody looks. */
export const draftsTables: Tables = {
  ofTenant: ['invoice_holds', 'invoice_reviews', 'invoice_drafts', 'invoice_draft_items'],
  sql: `
CREATE TABLE IF NOT EXISTS invoice_holds (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS invoice_reviews (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, days INTEGER, PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS invoice_drafts (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, customer TEXT NOT NULL, bill_date TEXT NOT NULL,
  finalise_on TEXT, key TEXT, invoice TEXT, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS drafts_by_customer ON invoice_drafts (tenant, customer);
CREATE INDEX IF NOT EXISTS drafts_by_day ON invoice_drafts (tenant, finalise_on) WHERE key IS NULL;
CREATE TABLE IF NOT EXISTS invoice_draft_items (
  tenant TEXT NOT NULL, draft TEXT NOT NULL, subscription TEXT NOT NULL, item TEXT NOT NULL,
  PRIMARY KEY (tenant, draft, subscription, item)) WITHOUT ROWID;
`,
};
