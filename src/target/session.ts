import type { Calculation, CalculationAnswer } from '../model/billing/calculation.ts';
import type { PlanVersion } from '../model/billing/catalog.ts';
import type { Customer, Discount, NewCustomer, TaxRate } from '../model/billing/customer.ts';
import type { Invoice } from '../model/billing/invoice.ts';
import type { LedgerEntry } from '../model/billing/ledger.ts';
import type { NewPayment, Payment } from '../model/billing/payment.ts';
import type { NewSubscription, Subscription, Timing } from '../model/billing/subscription.ts';
import type { UsageEvent, UsageResult } from '../model/billing/usage.ts';
import type { WebhookDelivery, WebhookEvent } from '../model/billing/webhook.ts';
import type { LocalDate, Period } from '../model/date.ts';
import type { LoadOperation, LoadRecipe } from './load-recipe.ts';

/**
 * The verbs of a billing target. Every amount is exact, every period half-open. A verb that the target cannot do throws
 * TARGET_REFUSED; a target that says no to a request throws `TargetRefusal` with its own words.
 */
export interface TargetSession {
  /** Opaque; with it `Driver.resume` opens the same world from another process. May hold a key: it is not for reports. */
  readonly handle: string;

  /** Everything due on or before `date` has been billed when this resolves. The clock never goes back. */
  advanceTo(date: LocalDate): Promise<void>;
  today(): Promise<LocalDate>;

  publish(version: PlanVersion): Promise<void>;
  setTaxRate(rate: TaxRate): Promise<void>;
  createCustomer(customer: NewCustomer): Promise<Customer>;
  redeemDiscount(customerId: string, discount: Discount): Promise<void>;

  subscribe(subscription: NewSubscription): Promise<Subscription>;
  changePlan(subscriptionId: string, plan: string, timing: Timing): Promise<Subscription>;
  cancel(subscriptionId: string, timing: Timing): Promise<Subscription>;
  subscription(id: string): Promise<Subscription>;

  /** One result per event, in the order sent. */
  sendUsage(events: readonly UsageEvent[]): Promise<readonly UsageResult[]>;
  /** Sum of what was accepted for the meter in the period, as the target will bill it. */
  billedUsage(customerId: string, meter: string, period: Period): Promise<string>;

  preview(calculation: Calculation): Promise<CalculationAnswer>;
  /** What the next bill run would invoice if it ran on `date`; null when nothing. */
  previewInvoice(customerId: string, date: LocalDate): Promise<Invoice | null>;
  /** Bills what is due up to `date` once more; a repeat finds nothing to do. Answers the ids of new invoices. */
  bill(date: LocalDate): Promise<readonly string[]>;
  invoice(id: string): Promise<Invoice>;
  /** All pages, in order of issue. */
  invoices(customerId: string): Promise<readonly Invoice[]>;

  pay(payment: NewPayment): Promise<Payment>;
  payments(customerId: string): Promise<readonly Payment[]>;
  ledger(customerId: string): Promise<readonly LedgerEntry[]>;

  /** Subscribes `url` to all events; answers the secret that signs deliveries. */
  registerWebhook(url: string): Promise<string>;
  /** The event that a delivery carries, or null when its signature is not right. */
  readWebhook(delivery: WebhookDelivery, secret: string): WebhookEvent | null;

  /** Where a person sees the invoice in a browser. */
  invoiceScreenUrl(invoiceId: string): Promise<string>;

  /** How a load generator performs the operation itself; it knows no target and plays this. */
  loadRecipe(operation: LoadOperation): Promise<LoadRecipe>;
  /** How many requests the target itself has seen per load operation, by its own log. */
  requestCount(operation: LoadOperation): Promise<number>;

  /** Removes or ends what this session created. */
  close(): Promise<void>;
}

/** The target understood and said no. Data for a check that expects refusal, a finding for any other. */
export class TargetRefusal extends Error {
  readonly operation: string;
  readonly status: number;
  readonly answer: string;

  constructor(refusal: { readonly operation: string; readonly status: number; readonly answer: string }) {
    super(`The target refused ${refusal.operation} with ${refusal.status}: ${refusal.answer.slice(0, 500)}`);
    this.name = 'TargetRefusal';
    this.operation = refusal.operation;
    this.status = refusal.status;
    this.answer = refusal.answer;
  }
}

/** The target answered, and not in words that anyone can read: another shape, another encoding, an amount that is none. */
export class TargetAnswerInvalid extends Error {
  readonly operation: string;
  readonly status: number;
  readonly answer: string;

  constructor(invalid: { readonly operation: string; readonly status: number; readonly answer: string }) {
    super(
      `The target's answer to ${invalid.operation} (status ${invalid.status}) is invalid: ${invalid.answer.slice(0, 500)}`,
    );
    this.name = 'TargetAnswerInvalid';
    this.operation = invalid.operation;
    this.status = invalid.status;
    this.answer = invalid.answer;
  }
}
