import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kiosk } from '../../../docs/examples/kiosk/server.ts';
import { contractOf } from '../../drivers/own-contract.ts';
import { driverTestText, driverText } from './new-driver.ts';

let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'new-driver-'));
  await new Promise<void>((resolve) => kiosk.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  kiosk.closeAllConnections();
  kiosk.close();
  await rm(dir, { recursive: true });
});

test('a new driver keeps what takes no verb, and declares nothing', async () => {
  const path = join(dir, 'acme.ts');
  await writeFile(path, driverText('acme'));
  const { driver } = await import(pathToFileURL(path).href);
  const address = { url: `http://127.0.0.1:${(kiosk.address() as AddressInfo).port}`, options: {} };
  const results = [];
  for (const { prove } of contractOf(driver, address)) results.push((await prove()).result);
  expect(results.slice(0, 3)).toEqual(['kept', 'kept', 'kept']);
  expect(new Set(results.slice(3))).toEqual(new Set(['absent']));
});

test('its tests ask for the address of the system by a name of its own', () => {
  const text = driverTestText('acme-billing', '.mts');
  expect(text).toContain("from './acme-billing.mts'");
  expect(text).toContain("process.env.ACME_BILLING_URL ?? 'http://127.0.0.1:8080'");
});
