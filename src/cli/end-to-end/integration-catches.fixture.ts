import type { Catch } from './test-run.fixture.ts';

/** For tests only: the defects that a check of the integration phase must turn red. */
export const integrationCatches: Readonly<Record<string, Catch>> = {
  'anchor-day-drifts': caught(/Globex: invoice total USD 99\.00 instead of 0\.00/, 'calendar/calendar', [
    'Periods that are no months',
    'A quarter stays a quarter, from the 31st of January on',
  ]),
  'annual-plan-billed-as-month': caught(
    /Globex: invoice total USD 8\.25 instead of 99\.00/,
    'calendar/calendar',
    ['Periods that are no months', 'A year stays a year, from the 31st of January on'],
  ),
  'bill-run-locks-others-out': caught(/refused bill\.run with 500/, 'interface/idempotency', [
    'A bill run that is done again',
    'five times in a row makes no second invoice',
  ]),
  'boundaries-at-utc-midnight': caught(/CHARGED by/, 'usage/usage', [
    'Usage about midnight of the billing day',
    "The last second and the first instant of a customer's day in Los Angeles are each billed once, in their own period",
  ]),
  'boundary-day-in-no-bill': caught(/UNDERCHARGED by/, 'usage/usage', [
    'Usage about midnight of the billing day',
    "The last second and the first instant of a customer's day in Berlin are each billed once, in their own period",
  ]),
  'cancelled-at-once-for-period-end': caught(
    /Acme: fee of a month EUR -25\.00 instead of 30\.00/,
    'subscription/plan-change',
    ['A subscription that is cancelled', 'at the end of its period gets nothing back and bills no more'],
  ),
  'change-day-counted-twice': caught(/CHARGED by EUR/, 'subscription/plan-change', [
    'A plan that is changed within a period',
    'An upgrade in the middle of April gives the unused days back and charges the remaining ones',
  ]),
  'event-told-twice': caught(/without an amount\. .*told once/, 'notifications/webhook', [
    'Notifications to other systems',
    'Each subscription, invoice and payment is told once, and signed',
  ]),
  'failed-delivery-not-repeated': caught(/deliveries: found 5, expected 6/, 'notifications/webhook', [
    'Notifications to other systems',
    'A receiver that was away for a moment is told again, and each event keeps its identity',
  ]),
  'foreign-invoice-readable': caught(/Reading a foreign invoice was accepted/, 'interface/wire', [
    'What the target refuses',
    'A world of one customer is not seen from another one',
  ]),
  'gateway-loses-cents': caught(
    /Acme: amount asked of the gateway EUR 80\.00 instead of 80\.05/,
    'payment/payment',
    ['The amount that reaches the gateway', 'EUR 80.05 is 8005 cents'],
  ),
  'gateway-times-hundred': caught(/OVERCHARGED by/, 'payment/payment', [
    'The amount that reaches the gateway',
    'JPY 8,000 is 8000, because the yen has no smaller coin',
  ]),
  'list-balance-stale': caught(/WRONG IN QUOTES OR BOOKS by EUR/, 'ledger/ledger', [
    'The books',
    'Credits of a cancellation and payments leave the books in balance, and receivables are the open invoices',
  ]),
  'list-shows-one-period': caught(/differs between list and reading/, 'interface/paging', [
    'Long lists',
    'Each invoice of the list is the one that is read by its id',
  ]),
  'newer-price-ignored': caught(/UNDERCHARGED by EUR/, 'catalog/catalog', [
    'A price that changes',
    'on the very day a period begins prices that period',
  ]),
  'old-price-after-change-back': caught(
    /Acme: invoice total EUR -39\.09 instead of -31\.26/,
    'subscription/plan-change',
    [
      'A plan that is changed within a period',
      'A change and a change back, with a higher price meanwhile, bill each day by the price in force',
    ],
  ),
  'old-subscriptions-drift-on': caught(
    /Globex: invoice total USD 99\.00 instead of 0\.00/,
    'calendar/calendar',
    ['Periods that are no months', 'A quarter stays a quarter, from the 31st of January on'],
  ),
  'order-repeated-despite-key': caught(
    /fees of two months EUR 200\.00 instead of 100\.00/,
    'interface/idempotency',
    ['An order that is placed again', 'with the same key makes no second subscription'],
  ),
  'pages-drop-equal-dates': caught(
    /WRONG IN QUOTES OR BOOKS by EUR .*all listed invoices EUR 12\.50 instead of 151\.25/,
    'interface/paging',
    ['Long lists', '121 subscriptions billed on one day are each listed once'],
  ),
  'parallel-usage-overwritten': caught(/UNDERCHARGED by/, 'usage/usage', [
    'Usage at one instant',
    'Twenty batches of one customer that arrive together are all kept and billed',
  ]),
  'payment-leaves-a-cent': caught(
    /Acme: due after the first payment EUR 79\.01 instead of 79\.00/,
    'orders/order-to-cash',
    ['From order to cash', 'A partial payment leaves the rest to pay, and the rest settles it'],
  ),
  'preview-a-day-short': caught(/Acme: previewed share of a plan change EUR/, 'preview/preview', [
    'The preview of a plan change',
    'gives back and charges the days that the change itself does',
  ]),
  'preview-claims-what-it-shows': caught(/Found no preview of what is due/, 'preview/preview', [
    'The preview of an invoice',
    'changes nothing, however often it is asked for',
  ]),
  'preview-shows-what-was-billed': caught(/preview between two bill days: found/, 'preview/preview', [
    'The preview of an invoice',
    'of a customer who owes nothing is none',
  ]),
  'preview-without-discount': caught(/Acme: previewed total EUR/, 'preview/preview', [
    'The preview of an invoice',
    'is the invoice that follows, field by field',
  ]),
  'rejected-usage-answered-as-accepted': caught(
    /outcome: found "accepted", expected "rejected"/,
    'interface/wire',
    ['What the target refuses', 'Usage of a meter or customer that nobody knows is rejected with a reason'],
  ),
  'repeated-run-bills-again': caught(/OVERCHARGED by/, 'interface/idempotency', [
    'A bill run that is done again',
    'five times in a row makes no second invoice',
  ]),
  'retry-counted-in-both-months': caught(/OVERCHARGED by/, 'interface/idempotency', [
    'A usage event that is sent again',
    'over the month boundary, with a new time, is billed once',
  ]),
  'retry-without-identity': caught(
    /Acme: usage charged in two months EUR 28\.00 instead of 14\.00/,
    'interface/idempotency',
    ['A usage event that is sent again', 'on the same day is billed once'],
  ),
  'same-key-charges-twice': caught(/OVERCHARGED by/, 'payment/payment', [
    'A payment that is sent again',
    'with the same key takes the money once',
  ]),
  'second-payment-taken-for-repeat': caught(
    /Acme: money taken EUR 8\.00 instead of 16\.00/,
    'payment/payment',
    ['A payment that is sent again', 'with another key is another payment'],
  ),
  'signature-of-another-body': caught(/not signed rightly/, 'notifications/webhook', [
    'Notifications to other systems',
    'Each subscription, invoice and payment is told once, and signed',
  ]),
  'tax-base-truncated': caught(/CHARGED by/, 'tax/tax', [
    'Tax on invoices',
    'Cents of the net amount are taxed, too: 99.99 at 19 % is 19.00',
  ]),
  'tax-not-posted-with-discount': caught(/WRONG IN QUOTES OR BOOKS by EUR/, 'ledger/ledger', [
    'The books',
    'Invoices in EUR with discount and tax are posted in full and in balance',
  ]),
  'tax-on-price-before-discount': caught(/OVERCHARGED by/, 'tax/tax', [
    'Tax on invoices',
    'Tax is taken of what is left after the discount: 260.00 less 10 % at 6 % is 14.04',
  ]),
  'third-price-never-found': caught(/Kim: invoice total EUR 36\.50 instead of 12\.00/, 'catalog/catalog', [
    'A price that changes',
    'several times gives each period the latest price in force',
  ]),
  'thirty-day-plan-as-month': caught(/CHARGED by/, 'calendar/calendar', [
    'Periods that are no months',
    'Thirty days stays thirty days, from the 31st of January on',
  ]),
  'total-ignores-discount': caught(/OVERCHARGED by/, 'tax/tax', [
    'Tax on invoices',
    'Tax is taken of what is left after the discount: 260.00 less 10 % at 6 % is 14.04',
  ]),
  'total-rounded-without-entry': caught(/Acme: invoice total EUR 73\.00 instead of 73\.38/, 'ledger/ledger', [
    'The books',
    'Invoices in EUR with discount and tax are posted in full and in balance',
  ]),
  'unknown-plan-takes-first': caught(/Found accepted, expected a refusal/, 'interface/wire', [
    'What the target refuses',
    'An order of a plan that nobody published, for a customer whom nobody knows, is refused and bills nothing',
  ]),
  'usage-billed-twice-outside-utc': caught(
    /Customer in Los Angeles: invoice total EUR 1112\.00 instead of 1111\.00/,
    'usage/usage',
    [
      'Usage about midnight of the billing day',
      "The last second and the first instant of a customer's day in Los Angeles are each billed once, in their own period",
    ],
  ),
  'usage-line-on-last-day': caught(
    /lines on 2026-04-15: found .*2026-04-14 to 2026-04-15/,
    'orders/order-to-cash',
    ['From order to cash', 'An order becomes usage, invoices, a payment and books, each amount right'],
  ),
  'year-as-365-days': caught(/Globex: invoice total USD 99\.00 instead of 0\.00/, 'calendar/calendar', [
    'Periods that are no months',
    'A year stays a year, from the 31st of January on',
  ]),
  'advance-fee-deferred': caught(/Acme: invoice total EUR 0\.00 instead of 30\.00/, 'catalog/catalog', [
    'A price that changes',
    'on the very day a period begins prices that period',
  ]),
  'late-retry-on-next-bill': caught(/OVERCHARGED by EUR/, 'interface/idempotency', [
    'A usage event that is sent again',
    'after the month is over is billed once',
  ]),
  'latest-price-before-its-day': caught(
    /Acme: invoice total EUR 36\.50 instead of 30\.00/,
    'catalog/catalog',
    ['A price that changes', 'reaches running subscriptions at their next period, and not before'],
  ),
  'new-price-a-day-late': caught(/Acme: invoice total EUR 30\.00 instead of 36\.50/, 'catalog/catalog', [
    'A price that changes',
    'on the very day a period begins prices that period',
  ]),
  'tax-posted-as-revenue': caught(/WRONG IN QUOTES OR BOOKS by EUR/, 'ledger/ledger', [
    'The books',
    'Invoices in EUR with discount and tax are posted in full and in balance',
  ]),
  'tax-rate-before-its-day': caught(/Kim: invoice total EUR 40\.50 instead of 39\.66/, 'tax/tax', [
    'Tax on invoices',
    'A new tax rate applies from its first day and not to invoices before it',
  ]),
  'month-end-sticks': caught(/Acme: invoice total EUR 30\.00 instead of 0\.00/, 'calendar/calendar', [
    'Fourteen months without a gap',
    'A subscription from the 29th of February is billed for every day once, in one jump',
  ]),
  'calendar-billing-ignored': caught(/Kim: invoice total EUR 38\.43 instead of 26\.87/, 'calendar/calendar', [
    'Billing on the first of the month',
    'The days before the first of the month are charged by the day, later months in full',
  ]),
};

function caught(reason: RegExp, name: string, titlePath: readonly string[]): Catch {
  return { check: { phase: 'integration', file: `src/suites/integration/${name}.suite`, titlePath }, reason };
}
