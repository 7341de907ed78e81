import type { Tables } from './tables.ts';

export const invoicesTables: Tables = {
  ofTenant: ['invoices', 'invoice_lines'],
  sql: `
CREATE TABLE IF NOT EXISTS invoices (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, customer TEXT NOT NULL,
  currency TEXT NOT NULL, issue_date TEXT NOT NULL, due_date TEXT NOT NULL, subtotal INTEGER NOT NULL,
  discount INTEGER NOT NULL, tax INTEGER NOT NULL, total INTEGER NOT NULL,
  discounts TEXT NOT NULL, taxes TEXT NOT NULL, UNIQUE (tenant, id), UNIQUE (tenant, number));
CREATE INDEX IF NOT EXISTS invoices_by_customer ON invoices (tenant, customer, issue_date, seq);
CREATE TABLE IF NOT EXISTS invoice_lines (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  subscription TEXT, plan TEXT, charge TEXT, price_version TEXT, period_from TEXT, period_to TEXT,
  quantity TEXT NOT NULL, net INTEGER NOT NULL, discount INTEGER NOT NULL, tax INTEGER NOT NULL,
  prices TEXT NOT NULL, price INTEGER NOT NULL, taken INTEGER NOT NULL, tax_percent TEXT NOT NULL,
  tax_treatment TEXT NOT NULL, PRIMARY KEY (tenant, invoice, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS invoice_lines_by_service ON invoice_lines (tenant, subscription, period_from);
`,
};
