import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportInput } from '../exporter.ts';
import { hostileRun } from '../fixture-hostile.ts';
import { noGoRun } from '../fixture-runs.ts';
import { written } from '../fixture-text.ts';
import { htmlPage } from './html-page.ts';

const executablePath = process.env['TOLLGATE_CHROMIUM'] ?? '/usr/bin/chromium';

/** Opens the page from disk as a reader does. Without a Chromium on the machine there is nothing to open it with. */
describe.skipIf(!existsSync(executablePath))('the page, opened from disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tollgate-page-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(input: ReportInput, hash = ''): Promise<{ page: Page; complaints: string[] }> {
    const path = join(folder, 'report.html');
    writeFileSync(path, written(htmlPage, input));
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(`request ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(path).href}${hash}`);
    await page.waitForSelector('#rows tr');
    return { page, complaints };
  }

  it('lists the checks, finds one, and opens it with its calculation and exchanges', async () => {
    const { page, complaints } = await opened(noGoRun());
    expect(await page.locator('#rows tr').count()).toBe(4);
    await page.fill('#search', 'upgrade mid-month');
    expect(await page.locator('#rows tr').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.locator('.opener').press('Enter');
    const sheet = page.locator('.sheet');
    await sheet.waitFor();
    const text = await sheet.textContent();
    expect(text).toContain('EUR 0.01 too much, because the change day was billed twice.');
    expect(text).toContain('Plus, 15 of 30 days of EUR 40.00');
    expect(text).toContain('12345678901234567890');
    expect(text).toContain('npx tollgate run --check');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('follows a link to a check, also past a filter that hides it', async () => {
    const id = noGoRun().run.checks[1]?.check.id ?? '';
    const { page } = await opened(noGoRun(), `#check=${id}`);
    await page.locator('.sheet').waitFor();
    await page.fill('#search', 'yen');
    await page.locator(`.why a[href="#check=${id}"]`).first().click();
    await page.locator('.sheet').waitFor();
    expect(await page.locator('.sheet').textContent()).toContain(id);
    await page.context().close();
  });

  it('is readable with assistive technology, light and dark, with a check open', async () => {
    const { page } = await opened(noGoRun());
    await page.locator('.opener').first().click();
    await page.locator('.sheet').waitFor();
    const whole = await new AxeBuilder({ page }).analyze();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect([...whole.violations, ...dark.violations].map(({ id }) => id)).toEqual([]);
    await page.context().close();
  });

  it('runs nothing, asks for nothing and fits a narrow screen, whatever the run says', async () => {
    const { page, complaints } = await opened(hostileRun());
    await page.setViewportSize({ width: 360, height: 740 });
    const openers = page.locator('.opener');
    for (let row = 0; row < (await openers.count()); row += 1) await openers.nth(row).click();
    await page.locator('.sheet').nth(3).waitFor();
    expect(complaints).toEqual([]);
    expect(await page.locator('main img, main iframe').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  });
});
