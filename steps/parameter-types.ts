import { defineParameterType } from '@cucumber/cucumber';
import type { Interval } from '../src/model/billing/catalog.ts';
import type { PaymentBehaviour, PaymentNotification } from '../src/model/billing/gateway.ts';
import type { LedgerEntry } from '../src/model/billing/ledger.ts';
import type { Subscription } from '../src/model/billing/subscription.ts';
import type { UsageResult } from '../src/model/billing/usage.ts';
import type { Aggregation } from '../src/model/billing/usage-charge.ts';
import { type Instant, instant, type LocalDate, type Period } from '../src/model/date.ts';
import type { Decimal } from '../src/model/decimal.ts';
import type { Money } from '../src/model/money.ts';
import { readCard, readPaymentNews } from '../src/scenario/language/card-text.ts';
import { readCounting } from '../src/scenario/language/counting-text.ts';
import { readDate, readMonth } from '../src/scenario/language/date-text.ts';
import { readInterval } from '../src/scenario/language/interval-text.ts';
import { type InvoiceChoice, readInvoiceChoice } from '../src/scenario/language/invoice-choice.ts';
import { readMoney, readUnitPrice, type UnitPrice } from '../src/scenario/language/money-text.ts';
import { readPercent, readQuantity } from '../src/scenario/language/quantity-text.ts';
import { readTiming } from '../src/scenario/language/timing-text.ts';
import { readUsageOutcome } from '../src/scenario/language/usage-outcome.ts';
import { readAccount } from '../src/scenario/story/story-books.ts';
import type { StoryTiming } from '../src/scenario/story/story-subscriptions.ts';

/** What each placeholder of a pattern becomes in the code of its step. */
export interface ParameterTypes {
  readonly account: LedgerEntry['account'];
  readonly card: PaymentBehaviour;
  readonly counting: Aggregation;
  readonly country: string;
  readonly coupon: string;
  readonly currency: string;
  readonly customer: string;
  readonly date: LocalDate;
  readonly instant: Instant;
  readonly int: number;
  readonly interval: Interval;
  readonly invoice: InvoiceChoice;
  readonly meter: string;
  readonly money: Money;
  readonly month: Period;
  readonly outcome: UsageResult['outcome'];
  readonly paymentend: PaymentNotification['outcome'];
  readonly percent: Decimal;
  readonly plan: string;
  readonly price: UnitPrice;
  readonly quantity: Decimal;
  readonly role: string;
  readonly side: LedgerEntry['side'];
  readonly substate: Subscription['state'];
  readonly text: string;
  readonly timing: StoryTiming;
  readonly zone: string;
}

// Wider than what is right: an ambiguous date or a bare amount is to be refused with words, not to be an unknown step.
const dateForm = /\d{1,2} [A-Za-z]+ \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/;
const amountForm = /[A-Z]{3} -?\d[\d,.]*\d|[A-Z]{3} -?\d|[$€£¥]\s?-?\d[\d,.]*/;
const quoted = /"[^"]*"/;
const unquote = (text: string) => text.slice(1, -1);

function define<Name extends keyof ParameterTypes>(
  name: Name,
  regexp: RegExp,
  transformer: (text: string) => ParameterTypes[Name],
): void {
  defineParameterType({ name, regexp, transformer, useForSnippets: false, preferForRegexpMatch: false });
}

for (const name of ['coupon', 'customer', 'meter', 'plan', 'text', 'zone'] as const)
  define(name, quoted, unquote);
define('account', quoted, (text) => readAccount(unquote(text)));
define('card', /goes through|is declined|is reported stolen|loses its answer|stays undecided/, readCard);
define('counting', /highest value|last value|number of readings/, readCounting);
define('country', /[A-Z]{2}/, String);
define('currency', /[A-Z]{3}/, String);
define('date', dateForm, readDate);
define('instant', /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/, instant);
define('interval', /(?:\d+ )?(?:day|week|month|quarter|year)s?/, readInterval);
define(
  'invoice',
  /the (?:first|second|third|fourth|fifth|last|\d+(?:st|nd|rd|th)) invoice of "[^"]+"|(?:the )?invoice "[^"]+"/,
  readInvoiceChoice,
);
define('money', amountForm, readMoney);
define('month', /[A-Z][a-z]+ \d{4}/, readMonth);
define('outcome', /accepted|a duplicate|too late|rejected/, readUsageOutcome);
define('paymentend', /went through|was declined|was charged back/, readPaymentNews);
define('percent', /\d+(?:\.\d+)?%/, readPercent);
define('price', amountForm, readUnitPrice);
define('quantity', /-?\d[\d,]*(?:\.\d+)?(?: [A-Za-z]+)?/, readQuantity);
define('role', /(?:the|a|an) (?:accountant|controller|customer|clerk)/, String);
define('side', /debit|credit/, (text) => text as LedgerEntry['side']);
define('substate', /active|paused|cancelled|pending/, (text) => text as Subscription['state']);
define('timing', new RegExp(`on (?:${dateForm.source})|at the end of the period|immediately`), readTiming);
