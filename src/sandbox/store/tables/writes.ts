import type { Tables } from './tables.ts';

export const writesTables: Tables = {
  ofTenant: ['answers'],
  sql: `
CREATE TABLE IF NOT EXISTS answers (
  tenant TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, key));
CREATE TABLE IF NOT EXISTS writes (
  run_id TEXT NOT NULL, key TEXT NOT NULL, counted INTEGER NOT NULL, status INTEGER, PRIMARY KEY (run_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS executions (seq INTEGER PRIMARY KEY, world TEXT NOT NULL, key TEXT NOT NULL);
`,
};
