import type { Tables } from './tables.ts';

/** Region and category are empty where a rate is for all of them. */
export const taxesTables: Tables = {
  ofTenant: ['tax_rates', 'sellers'],
  sql: `
CREATE TABLE IF NOT EXISTS tax_rates (
  tenant TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL, category TEXT NOT NULL, valid_from TEXT NOT NULL,
  rate_percent TEXT NOT NULL, PRIMARY KEY (tenant, country, region, category, valid_from));
CREATE TABLE IF NOT EXISTS sellers (
  tenant TEXT NOT NULL PRIMARY KEY, country TEXT NOT NULL, region TEXT);
`,
};
