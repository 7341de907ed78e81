import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatFee, TestWorld } from '../test-world.ts';

const executablePath = process.env['TOLLGATE_CHROMIUM'] ?? '/usr/bin/chromium';
/** For pictures of the pages: TOLLGATE_PICTURES=docs/console npm test -- src/sandbox/console */
const pictures = process.env['TOLLGATE_PICTURES'];

/** All pages are made of the same parts; looking at one takes a second or more. */
const looked =
  pictures === undefined
    ? ['timeline', 'invoice']
    : ['worlds', 'clock', 'customers', 'timeline', 'invoice', 'ledger'];

/** The pages as a person sees them. Without a Chromium on the machine there is nothing to open them with. */
describe.skipIf(!existsSync(executablePath))('the console', () => {
  let browser: Browser;
  let context: BrowserContext;
  let world: TestWorld;
  let url = '';
  let paths: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    world = await TestWorld.open('2026-01-15');
    url = await world.app.listen({ host: '127.0.0.1', port: 0 });
    await world.publish('gold', [flatFee('1200.00')], { interval: { unit: 'month', count: 3 } });
    await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
    const customerId = await world.customer({ name: 'Müller & <Söhne>' });
    await world.subscribe(customerId, 'gold', { start: '2026-01-15' });
    await world.advance('2026-04-20');
    const [invoice] = await world.invoices(customerId);
    const at = `/console/tenants/${world.tenantId}`;
    paths = {
      worlds: '/console',
      clock: at,
      customers: `${at}/customers`,
      timeline: `${at}/customers/${customerId}`,
      invoice: `${at}/invoices/${invoice?.id}`,
      ledger: `${at}/ledger`,
    };
    browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
    context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  });

  afterAll(async () => {
    await browser?.close();
    await world[Symbol.asyncDispose]();
  });

  it.each(looked)('the page of %s has nothing that keeps anybody from reading it', async (name) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const answer = await page.goto(`${url}${paths[name]}`);
    expect(answer?.status()).toBe(200);
    const found = await new AxeBuilder({ page }).analyze();
    expect(
      found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    expect(complaints).toEqual([]);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    await page.close();
  });

  it('is walked with the keyboard: to a customer, to his invoice, and into how it was reckoned', async () => {
    const page = await context.newPage();
    await page.goto(`${url}${paths['customers']}`);
    await page.keyboard.press('Tab');
    await expect(page.evaluate('document.activeElement.textContent')).resolves.toBe('To the content');
    await page.getByRole('link', { name: 'Müller & <Söhne>' }).press('Enter');
    await page.getByRole('link', { name: 'Invoice INV-000001' }).press('Enter');
    await page.locator('summary').first().press('Enter');
    const text = await page.locator('details').first().textContent();
    // EUR 1,200.00 and 19 percent of it.
    expect(text).toContain('EUR 228.00');
    expect(text).toContain('EUR 1,428.00');
    await page.close();
  });

  it('moves the clock with its buttons', async () => {
    const page = await context.newPage();
    await page.goto(`${url}${paths['clock']}`);
    await page.getByRole('button', { name: 'On to the next day' }).press('Enter');
    await page.waitForURL(`${url}${paths['clock']}`);
    expect(await page.locator('[data-field=today]').textContent()).toBe('2026-04-21');
    await page.getByRole('button', { name: 'On to the first of the next month' }).click();
    await page.waitForURL(`${url}${paths['clock']}`);
    expect(await page.locator('[data-field=today]').textContent()).toBe('2026-05-01');
    await page.close();
  });
});
