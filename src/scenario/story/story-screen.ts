import type { Browser } from 'playwright-core';
import { productionMarks } from '../../drivers/http-redirect.ts';
import { HarnessFault } from '../../model/fault.ts';
import { displayMoney, formatMoney, type Money, moneyAmount } from '../../model/money.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { InvoiceChoice } from '../language/invoice-choice.ts';
import { standsAlone } from '../stands-alone.ts';
import { blindTo, GuardedPage } from './guarded-page.ts';
import type { StoryInvoices } from './story-invoices.ts';
import type { StoryParts } from './story-subscriptions.ts';

const browserArguments = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const pageTimeoutMs = 15_000;

/** What a person sees. Opens a real browser, headless, and keeps a picture of each page. */
export class StoryScreen {
  readonly #parts: StoryParts;
  readonly #invoices: StoryInvoices;
  #browser: Browser | null = null;
  #page: GuardedPage | null = null;
  #shown = '';

  constructor(parts: StoryParts, invoices: StoryInvoices) {
    this.#parts = parts;
    this.#invoices = invoices;
  }

  async open(choice: InvoiceChoice): Promise<void> {
    const { clock, world } = this.#parts;
    const { invoice } = await this.#invoices.choose(choice);
    const url = await (await clock.now()).invoiceScreenUrl(invoice.id);
    this.#page ??= await this.#opened();
    const { page } = this.#page;
    const answer = await this.#page.goto(url, { timeout: pageTimeoutMs, waitUntil: 'load' });
    const status = answer?.status() ?? 0;
    this.#shown = flat((await page.locator('body').allInnerTexts()).join(' '));
    const picture = await page.screenshot({ fullPage: true, timeout: pageTimeoutMs });
    world.record.evidence(`invoice ${invoice.number} on screen`, 'image/png', picture);
    world.expectThat(
      status === 200,
      `The screen of invoice ${invoice.number} answered with ${status}, expected 200.`,
    );
  }

  expectText(text: string): void {
    this.#expect(text, (shown) => shown.includes(text));
  }

  /** In any of the forms that people write: EUR 1,234.50, 1,234.50 EUR, 1234.50. */
  expectMoney(amount: Money): void {
    const grouped = displayMoney(amount).slice(4);
    const plain = moneyAmount(amount);
    const { currency } = amount;
    const forms = [
      displayMoney(amount),
      formatMoney(amount),
      `${grouped} ${currency}`,
      `${plain} ${currency}`,
    ];
    this.#expect(displayMoney(amount), (shown) => forms.some((form) => standsAlone(form, shown)));
  }

  /** The screen and the invoice itself must not tell two stories. */
  async expectAgrees(choice: InvoiceChoice): Promise<void> {
    const { invoice } = await this.#invoices.choose(choice);
    this.#expect(invoice.number, (shown) => standsAlone(invoice.number, shown));
    this.expectMoney(invoice.total);
    this.expectMoney(invoice.due);
    for (const line of invoice.lines) this.expectMoney(line.net);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
    this.#page = null;
  }

  #expect(what: string, holds: (shown: string) => boolean): void {
    if (this.#page === null) throw new ScenarioDefect('Found nothing on screen; open an invoice first.');
    this.#parts.world.expectThat(
      holds(this.#shown),
      `Found no "${what}" on screen. It shows: ${this.#shown.slice(0, 1_500)}`,
    );
  }

  async #opened(): Promise<GuardedPage> {
    const page = await (await this.#launched()).newPage({ viewport: { width: 1280, height: 900 } });
    const { url } = this.#parts.world.configuration.target;
    return GuardedPage.over(page, { marks: productionMarks(), targetUrl: url });
  }

  async #launched(): Promise<Browser> {
    const executablePath = this.#parts.world.configuration.chromium;
    if (executablePath === null) {
      throw new HarnessFault({
        code: 'TOOL_MISSING',
        message: 'Found no Chromium on this machine, expected one to open the screen with.',
        hint: 'Install it with: npx tollgate doctor --install chromium',
      });
    }
    // A third of what a session loads, for the few scenarios that look at a screen.
    const { chromium } = await import('playwright-core');
    this.#browser ??= await chromium.launch({
      executablePath,
      headless: true,
      // Chromium cannot shut itself in when root starts it, and must do so for anybody else.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...browserArguments, ...blindTo(productionMarks())],
      timeout: pageTimeoutMs,
    });
    return this.#browser;
  }
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
