import { expect, test } from 'vitest';
import { liveKeyIn } from './live-key.ts';

test.each([
  ['sk_live_51H8abcDEF', 'sk_live_'],
  ['sk_live_secret', 'sk_live_'],
  ['sk_live_abcdefgh', 'sk_live_'],
  ['SK_LIVE_51H8abcDEF', 'SK_LIVE_'],
  ['pk_live_abcd', 'pk_live_'],
  ['rk_prod_1234', 'rk_prod_'],
  ['x\\nsk_live_51H8abcd', 'sk_live_'],
  ['key\\u003dsk_live_51H8abcd', 'sk_live_'],
  ['mk_live_1234abcd', 'mk_live_'],
  ['acme_live_abc123def456ghi', 'acme_live_'],
  ['pdl_live_apikey_01gtgztp8f4kek3yd4g1wrksa3', 'pdl_live_'],
  ['live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM', 'live_'],
  ['live_abcdefghijklmnopqrstuvwxyz', 'live_'],
  ['access_token$production$abcd1234', 'access_token$production$'],
])('%s is a key of a live account, and only its beginning is shown', (text, begins) => {
  expect(liveKeyIn(text)).toBe(begins);
});

test.each([
  'sk_test_51H8abcDEF',
  'sk_live_',
  'sk_live_…',
  'STRIPE_SK_LIVE_SECRET',
  'keysk_live_51H8abc',
  'disk_live_usage',
  'live_2024_12_31_customers',
  'live_20241231_customers_of_europe',
  'live_usage_of_customers',
  'live-demo',
  'go_live_2026checklist',
  'not_live_0123456789abcdef',
  'was_live_on_2026',
  'test_live_billing2026',
  'sk_prod_token',
  'prod_NWjs8kKbJWmuuc',
  'test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM',
])('%s is none', (text) => {
  expect(liveKeyIn(text)).toBeNull();
});
