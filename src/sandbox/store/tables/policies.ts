import type { Tables } from './tables.ts';

export const policiesTables: Tables = {
  ofTenant: ['policies'],
  sql: `
CREATE TABLE IF NOT EXISTS policies (tenant TEXT PRIMARY KEY, settings TEXT NOT NULL);
`,
};
