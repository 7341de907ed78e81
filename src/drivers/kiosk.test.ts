import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driver } from '../../docs/examples/kiosk/driver.ts';
import { kiosk } from '../../docs/examples/kiosk/server.ts';
import { contract } from '../target/contract/contract.ts';
import { contractOf } from './own-contract.ts';

/** The example of docs/adding-a-target.md: under 200 lines, and true to what it declares. */
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => kiosk.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(kiosk.address() as AddressInfo).port}`;
});

afterAll(() => {
  kiosk.closeAllConnections();
  kiosk.close();
});

test('what it declares is so, and nothing works that it does not declare', async () => {
  const proven = [];
  for (const { promise, prove } of contractOf(driver, { url, options: {} }))
    proven.push({ promise, ...(await prove()) });
  const wrong = proven.filter(({ result }) => !['kept', 'absent'].includes(result));
  expect(wrong).toEqual([]);
  const { capabilities } = await driver.describe({ url, options: {} });
  const declared = contract.filter(({ needs }) => needs.every((need) => capabilities[need] !== 'absent'));
  expect(proven.filter(({ result }) => result === 'kept')).toHaveLength(declared.length);
});

test('what it declares beyond that is violated: a verb that is not there, a habit that is another', async () => {
  const boastful: typeof driver = {
    ...driver,
    describe: async (address) => {
      const said = await driver.describe(address);
      const capabilities = { ...said.capabilities, payment: 'native' as const };
      return { ...said, capabilities, profile: { ...said.profile, paymentTermDays: 30 } };
    },
  };
  const wrong = [];
  for (const { promise, prove } of contractOf(boastful, { url, options: {} })) {
    const { result, detail } = await prove();
    if (result === 'violated') wrong.push(`${promise}: ${detail.split('\n')[0]}`);
  }
  expect(wrong).toHaveLength(3);
  expect(wrong[0]).toMatch(/days after it invoices.*found 2026-01-01, expected 2026-01-31/);
  expect(wrong[1]).toMatch(/takes a payment once.*no verb `pay` in driver "kiosk"/);
});

test('both files together are a quarter of an hour to read', () => {
  const lines = ['driver', 'server'].map(
    (file) => readFileSync(`docs/examples/kiosk/${file}.ts`, 'utf8').trimEnd().split('\n').length,
  );
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(200);
});
