import type { Tables } from './tables.ts';

/** Credits are whole numbers of 0.00001. */
export const walletsTables: Tables = {
  ofTenant: ['wallets', 'wallet_entries'],
  sql: `
CREATE TABLE IF NOT EXISTS wallets (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, customer TEXT NOT NULL,
  currency TEXT NOT NULL, name TEXT NOT NULL, rate TEXT NOT NULL, priority INTEGER NOT NULL, expires TEXT, charges TEXT,
  UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS wallets_by_customer ON wallets (tenant, customer);
CREATE TABLE IF NOT EXISTS wallet_entries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT, wallet TEXT NOT NULL, kind TEXT NOT NULL,
  credits INTEGER NOT NULL, amount INTEGER NOT NULL, date TEXT NOT NULL, invoice TEXT, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS wallet_entries_by_wallet ON wallet_entries (tenant, wallet);
CREATE INDEX IF NOT EXISTS wallet_entries_by_key ON wallet_entries (tenant, key);
`,
};
