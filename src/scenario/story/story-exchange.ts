import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** Books in another currency than that of the customer. */
export class StoryExchange {
  readonly #parts: StoryParts;
  readonly #companies: { readonly customer: string; readonly currency: string }[] = [];
  readonly #rates: ExchangeRate[] = [];

  constructor(parts: StoryParts) {
    this.#parts = parts;
    parts.clock.prepare(async (session) => {
      for (const rate of this.#rates.splice(0)) await session.setExchangeRate(rate);
      for (const { customer, currency } of this.#companies.splice(0)) {
        const key = `books-${currency.toLowerCase()}`;
        const numberPrefix = `${currency}-`;
        await session.createLegalEntity({ key, name: `Company ${currency}`, numberPrefix, currency });
        await session.assignToEntity(parts.customers.id(customer), key);
      }
    });
  }

  keepBooks(customer: string, currency: string): void {
    this.#companies.push({ customer, currency });
  }

  setRate(rate: ExchangeRate): void {
    this.#rates.push(rate);
  }

  async expectValue(customer: string, account: LedgerEntry['account'], expected: Money): Promise<void> {
    await this.#expect(customer, [account], expected);
  }

  async expectWon(customer: string, expected: Money): Promise<void> {
    await this.#expect(customer, ['exchange-gain'], expected);
  }

  async expectLost(customer: string, expected: Money): Promise<void> {
    await this.#expect(customer, ['exchange-loss'], expected);
  }

  /** What stands on the account's own side: on the other one it is below zero. */
  async #expect(customer: string, accounts: readonly BookValue['account'][], expected: Money): Promise<void> {
    const session = await this.#parts.clock.now();
    const values = await session.bookValues(this.#parts.customers.id(customer));
    const sum = values
      .filter(({ account }) => accounts.includes(account))
      .reduce(
        (total, { account, side, amount }) =>
          side === ownSide(account) ? total + amount.amountMinor : total - amount.amountMinor,
        0n,
      );
    this.#parts.world.expectMoney({
      measure: `${accounts.join(', ')} in the books`,
      expected,
      actual: moneyOf(sum, expected.currency),
      nature: 'books',
      customer,
      explanation:
        'What stands on the side of the account less the other side, in the currency of the books.',
    });
  }
}

const debitAccounts: ReadonlySet<BookValue['account']> = new Set([
  'receivables',
  'cash',
  'discounts',
  'bad-debt',
  'exchange-loss',
]);

function ownSide(account: BookValue['account']): LedgerEntry['side'] {
  return debitAccounts.has(account) ? 'debit' : 'credit';
}
