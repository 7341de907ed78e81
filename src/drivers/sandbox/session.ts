import type { z } from 'zod';
import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { Customer, Discount, NewCustomer, TaxRate } from '../../model/billing/customer.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { NewPayment, Payment } from '../../model/billing/payment.ts';
import type { NewSubscription, Subscription, Timing } from '../../model/billing/subscription.ts';
import type { UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import type { WebhookDelivery, WebhookEvent } from '../../model/billing/webhook.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { moneyAmount } from '../../model/money.ts';
import type { LoadOperation, LoadRecipe } from '../../target/load-recipe.ts';
import type { TargetSession } from '../../target/session.ts';
import type { HttpCall, HttpClient } from '../http-client.ts';
import {
  billRunAnswer,
  calculationAnswer,
  clockAnswer,
  countAnswer,
  customerAnswer,
  endpointAnswer,
  invoiceAnswer,
  invoicePageAnswer,
  ledgerAnswer,
  paymentAnswer,
  paymentsAnswer,
  quoteAnswer,
  subscriptionAnswer,
  usageAnswer,
  usageTotalAnswer,
} from './answers.ts';
import { sandboxLoadRecipe } from './load-recipe.ts';
import { lookupKey } from './lookup-key.ts';
import { readAnswer } from './read-answer.ts';
import { readSandboxWebhook } from './read-webhook.ts';

/** Small, so that a target which loses rows between pages is found out with few invoices. */
const pageLimit = 10;

export interface SandboxWorld {
  readonly url: string;
  readonly tenantId: string;
  readonly apiKey: string;
  /** Begins every idempotency key, so that two sessions never share one. */
  readonly keyPrefix: string;
}

export class SandboxSession implements TargetSession {
  readonly handle: string;
  readonly #world: SandboxWorld;
  readonly #client: HttpClient;

  constructor(world: SandboxWorld, client: HttpClient) {
    this.#world = world;
    this.#client = client;
    this.handle = JSON.stringify({ tenantId: world.tenantId, apiKey: world.apiKey });
  }

  async advanceTo(date: LocalDate): Promise<void> {
    await this.#post('clock.advance', '/v1/clock/advance', { to: date });
  }

  async today(): Promise<LocalDate> {
    return (await this.#get('clock.read', '/v1/clock', clockAnswer)).today;
  }

  async publish(version: PlanVersion): Promise<void> {
    await this.#post('catalog.publish', '/v1/plans', version);
  }

  async setTaxRate(rate: TaxRate): Promise<void> {
    await this.#post('tax.set', '/v1/tax-rates', rate);
  }

  async createCustomer(customer: NewCustomer): Promise<Customer> {
    const { key, name, country, currency, timeZone } = customer;
    return this.#create(
      {
        operation: 'customer.create',
        path: '/v1/customers',
        body: { key, name, country, currency, timeZone },
      },
      customerAnswer,
    );
  }

  async redeemDiscount(customerId: string, discount: Discount): Promise<void> {
    await this.#post(
      'discount.redeem',
      `/v1/customers/${encodeURIComponent(customerId)}/discounts`,
      discount,
    );
  }

  async subscribe(subscription: NewSubscription): Promise<Subscription> {
    const { key, customerId, plan, start, quantity, billing } = subscription;
    return this.#create(
      {
        operation: 'subscription.create',
        path: '/v1/subscriptions',
        body: { key, customerId, plan, start, quantity, billing },
      },
      subscriptionAnswer,
    );
  }

  async changePlan(subscriptionId: string, plan: string, timing: Timing): Promise<Subscription> {
    const answer = await this.#post('subscription.change', `${subscriptionPath(subscriptionId)}/change`, {
      plan,
      timing,
    });
    return readAnswer('subscription.change', subscriptionAnswer, answer);
  }

  async cancel(subscriptionId: string, timing: Timing): Promise<Subscription> {
    const answer = await this.#post('subscription.cancel', `${subscriptionPath(subscriptionId)}/cancel`, {
      timing,
    });
    return readAnswer('subscription.cancel', subscriptionAnswer, answer);
  }

  subscription(id: string): Promise<Subscription> {
    return this.#get('subscription.read', subscriptionPath(id), subscriptionAnswer);
  }

  async sendUsage(events: readonly UsageEvent[]): Promise<readonly UsageResult[]> {
    const answer = await this.#post('usage.ingest', '/v1/usage', { events });
    return readAnswer('usage.ingest', usageAnswer, answer).results;
  }

  async billedUsage(customerId: string, meter: string, period: Period): Promise<string> {
    const query = new URLSearchParams({ customerId, meter, from: period.from, to: period.to });
    return (await this.#get('usage.total', `/v1/usage/total?${query}`, usageTotalAnswer)).quantity;
  }

  async preview(calculation: Calculation): Promise<CalculationAnswer> {
    const operation = `preview.${calculation.kind}`;
    const call: HttpCall = { operation, method: 'POST', path: '/v1/preview', body: calculation };
    return readAnswer(operation, calculationAnswer, await this.#client.read(call));
  }

  async previewInvoice(customerId: string, date: LocalDate): Promise<Invoice | null> {
    const path = `/v1/customers/${encodeURIComponent(customerId)}/next-invoice?date=${date}`;
    return (await this.#get('preview.invoice', path, quoteAnswer)).invoice;
  }

  async bill(date: LocalDate): Promise<readonly string[]> {
    return readAnswer('bill.run', billRunAnswer, await this.#post('bill.run', '/v1/bill-runs', { date }))
      .invoiceIds;
  }

  invoice(id: string): Promise<Invoice> {
    return this.#get('invoice.read', `/v1/invoices/${encodeURIComponent(id)}`, invoiceAnswer);
  }

  async invoices(customerId: string): Promise<readonly Invoice[]> {
    const all: Invoice[] = [];
    let cursor: string | null = null;
    do {
      const query: URLSearchParams = new URLSearchParams({ customerId, limit: String(pageLimit) });
      if (cursor !== null) query.set('cursor', cursor);
      const page: z.infer<typeof invoicePageAnswer> = await this.#get(
        'invoice.list',
        `/v1/invoices?${query}`,
        invoicePageAnswer,
      );
      all.push(...page.invoices);
      cursor = page.next;
    } while (cursor !== null);
    return all;
  }

  pay(payment: NewPayment): Promise<Payment> {
    const { key, invoiceId, amount } = payment;
    const body = { invoiceId, amount: { amount: moneyAmount(amount), currency: amount.currency } };
    return this.#create({ operation: 'payment.record', path: '/v1/payments', body, key }, paymentAnswer);
  }

  async payments(customerId: string): Promise<readonly Payment[]> {
    const query = new URLSearchParams({ customerId });
    const { payments } = await this.#get('payment.list', `/v1/payments?${query}`, paymentsAnswer);
    return payments.map((payment) => this.#withOwnKey(payment));
  }

  async ledger(customerId: string): Promise<readonly LedgerEntry[]> {
    const query = new URLSearchParams({ customerId });
    return (await this.#get('ledger.read', `/v1/ledger?${query}`, ledgerAnswer)).entries;
  }

  async registerWebhook(url: string): Promise<string> {
    const answer = await this.#post('webhook.register', '/v1/webhooks', { url });
    return readAnswer('webhook.register', endpointAnswer, answer).secret;
  }

  readWebhook(delivery: WebhookDelivery, secret: string): WebhookEvent | null {
    return readSandboxWebhook(delivery, secret);
  }

  async invoiceScreenUrl(invoiceId: string): Promise<string> {
    const { url, tenantId } = this.#world;
    return `${url}/console/tenants/${tenantId}/invoices/${encodeURIComponent(invoiceId)}`;
  }

  async loadRecipe(operation: LoadOperation): Promise<LoadRecipe> {
    return sandboxLoadRecipe(operation, this.#world);
  }

  async requestCount(operation: LoadOperation): Promise<number> {
    const path = `/v1/request-log?operation=${operation}`;
    return (await this.#get('request-log.read', path, countAnswer)).count;
  }

  async close(): Promise<void> {
    const path = `/v1/tenants/${this.#world.tenantId}`;
    const idempotencyKey = lookupKey(`${this.#world.keyPrefix}tenant.delete`);
    await this.#client.write({ operation: 'tenant.delete', method: 'DELETE', path, idempotencyKey });
    await this.#client.close();
  }

  async #get<Schema extends z.ZodType>(
    operation: string,
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return readAnswer(operation, schema, await this.#client.read({ operation, method: 'GET', path }));
  }

  #post(operation: string, path: string, body: unknown): Promise<unknown> {
    const idempotencyKey = lookupKey(`${this.#world.keyPrefix}${operation}`);
    return this.#client.write({ operation, method: 'POST', path, body, idempotencyKey });
  }

  /** Creates what must exist once, however often the call is made with the same key. */
  async #create<Schema extends z.ZodType<{ readonly key: string }>>(
    call: { readonly operation: string; readonly path: string; readonly body: object; readonly key?: string },
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const { operation, path, body } = call;
    const key = call.key ?? ('key' in body ? String(body.key) : '');
    const idempotencyKey = `${this.#world.keyPrefix}${operation}/${key}`;
    const answer = await this.#client.write({ operation, method: 'POST', path, body, idempotencyKey });
    return this.#withOwnKey(readAnswer(operation, schema, answer));
  }

  /** Keys as the caller knows them, without what was put before them on the way out. */
  #withOwnKey<Keyed extends { readonly key: string }>(answer: Keyed): Keyed {
    const prefix = `${this.#world.keyPrefix}payment.record/`;
    return answer.key.startsWith(prefix) ? { ...answer, key: answer.key.slice(prefix.length) } : answer;
  }
}

function subscriptionPath(id: string): string {
  return `/v1/subscriptions/${encodeURIComponent(id)}`;
}
