import type { Tables } from './tables.ts';

export const closedPeriodsTables: Tables = {
  ofTenant: ['closed_periods'],
  sql: `
CREATE TABLE IF NOT EXISTS closed_periods (tenant TEXT PRIMARY KEY, closed_to TEXT NOT NULL);
`,
};
