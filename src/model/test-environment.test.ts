import { expect, test } from 'vitest';
import { isTestEnvironment } from './test-environment.ts';

test.each([
  'test',
  'Test',
  'test2',
  'qa1',
  'TEST01',
  'staging2',
  'staging-eu',
  'nonprod',
  'non-prod',
  'preproduction',
  'pre-prod',
  'test pre-prod',
  'staging production-like',
  'uat reproduction',
  'dev_delivery',
])('%s may be written to', (name) => {
  expect(isTestEnvironment(name)).toBe(true);
});

test.each([
  'production',
  'live',
  'testlive',
  'test-production',
  'test_prod',
  'dev-live',
  'qa1 PROD',
  'sandbox production',
  'test prod2',
  'unknown',
  '',
])('"%s" may not', (name) => {
  expect(isTestEnvironment(name)).toBe(false);
});
