/**
 * One table per noun. Every table but `tenants` begins with the tenant, and no query leaves it out; `executions`
 * and `writes` stay when the tenant goes.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS tenants (
  id TEXT PRIMARY KEY, run_id TEXT NOT NULL, name TEXT NOT NULL, api_key TEXT NOT NULL UNIQUE, today TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS customers (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
  currency TEXT NOT NULL, time_zone TEXT NOT NULL, PRIMARY KEY (tenant, id), UNIQUE (tenant, key));
CREATE TABLE IF NOT EXISTS plan_versions (
  tenant TEXT NOT NULL, plan TEXT NOT NULL, effective_from TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, plan, effective_from));
CREATE TABLE IF NOT EXISTS meters (tenant TEXT NOT NULL, meter TEXT NOT NULL, PRIMARY KEY (tenant, meter));
CREATE TABLE IF NOT EXISTS tax_rates (
  tenant TEXT NOT NULL, country TEXT NOT NULL, valid_from TEXT NOT NULL, rate_percent TEXT NOT NULL,
  PRIMARY KEY (tenant, country, valid_from));
CREATE TABLE IF NOT EXISTS discounts (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, customer TEXT NOT NULL, code TEXT NOT NULL, percent TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS discounts_by_customer ON discounts (tenant, customer);
CREATE TABLE IF NOT EXISTS subscriptions (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, customer TEXT NOT NULL, start TEXT NOT NULL,
  quantity TEXT NOT NULL, billing TEXT NOT NULL, cancelled_from TEXT, next_due TEXT,
  PRIMARY KEY (tenant, id), UNIQUE (tenant, key));
CREATE INDEX IF NOT EXISTS subscriptions_due ON subscriptions (tenant, next_due);
CREATE INDEX IF NOT EXISTS subscriptions_by_customer ON subscriptions (tenant, customer);
CREATE TABLE IF NOT EXISTS assignments (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, number INTEGER NOT NULL, plan TEXT NOT NULL,
  start TEXT NOT NULL, anchor TEXT NOT NULL, PRIMARY KEY (tenant, subscription, number));
CREATE TABLE IF NOT EXISTS usage_events (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, dedup_key TEXT NOT NULL, event_id TEXT NOT NULL,
  customer TEXT NOT NULL, meter TEXT NOT NULL, quantity TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (tenant, dedup_key));
CREATE INDEX IF NOT EXISTS usage_by_window ON usage_events (tenant, customer, meter, at);
CREATE TABLE IF NOT EXISTS usage_closed (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, meter TEXT NOT NULL, closed_to TEXT NOT NULL,
  PRIMARY KEY (tenant, customer, meter));
CREATE TABLE IF NOT EXISTS claims (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, item TEXT NOT NULL, claimed_on TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS billed_advances (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, assignment INTEGER NOT NULL, charge TEXT NOT NULL,
  whole_from TEXT NOT NULL, whole_to TEXT NOT NULL, used_from TEXT NOT NULL, used_to TEXT NOT NULL,
  price_version TEXT NOT NULL, terms TEXT NOT NULL, PRIMARY KEY (tenant, subscription, assignment, charge, used_from));
CREATE TABLE IF NOT EXISTS invoices (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, customer TEXT NOT NULL,
  currency TEXT NOT NULL, issue_date TEXT NOT NULL, due_date TEXT NOT NULL, subtotal INTEGER NOT NULL,
  discount INTEGER NOT NULL, tax INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE (tenant, id), UNIQUE (tenant, number));
CREATE INDEX IF NOT EXISTS invoices_by_customer ON invoices (tenant, customer, issue_date, seq);
CREATE TABLE IF NOT EXISTS invoice_lines (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  subscription TEXT, plan TEXT, charge TEXT, price_version TEXT, period_from TEXT, period_to TEXT,
  quantity TEXT NOT NULL, net INTEGER NOT NULL, discount INTEGER NOT NULL, tax INTEGER NOT NULL,
  PRIMARY KEY (tenant, invoice, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS payments (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, invoice TEXT NOT NULL,
  customer TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,
  gateway_amount INTEGER, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS payments_by_key ON payments (tenant, key);
CREATE INDEX IF NOT EXISTS payments_by_invoice ON payments (tenant, invoice);
CREATE INDEX IF NOT EXISTS payments_by_customer ON payments (tenant, customer);
CREATE TABLE IF NOT EXISTS ledger_entries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, posting TEXT NOT NULL, date TEXT NOT NULL, account TEXT NOT NULL,
  side TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, customer TEXT NOT NULL, invoice TEXT);
CREATE INDEX IF NOT EXISTS ledger_by_customer ON ledger_entries (tenant, customer);
CREATE TABLE IF NOT EXISTS answers (
  tenant TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, key));
CREATE TABLE IF NOT EXISTS writes (
  run_id TEXT NOT NULL, key TEXT NOT NULL, counted INTEGER NOT NULL, status INTEGER, PRIMARY KEY (run_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS executions (seq INTEGER PRIMARY KEY, world TEXT NOT NULL, key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS webhook_endpoints (
  tenant TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL, PRIMARY KEY (tenant, id));
CREATE TABLE IF NOT EXISTS webhook_deliveries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, endpoint TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
  attempts INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_by_tenant ON webhook_deliveries (tenant, state, seq);
`;

/** All tables that hold rows of a tenant, for its removal. */
export const tenantTables = [
  'customers',
  'plan_versions',
  'meters',
  'tax_rates',
  'discounts',
  'subscriptions',
  'assignments',
  'usage_events',
  'usage_closed',
  'claims',
  'billed_advances',
  'invoices',
  'invoice_lines',
  'payments',
  'ledger_entries',
  'answers',
  'webhook_endpoints',
  'webhook_deliveries',
] as const;
