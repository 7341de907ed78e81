import type { NamedCheck } from './test-run.fixture.ts';

/** For tests only: what a defect must be caught by. */
export interface Catch {
  readonly check: NamedCheck;
  /** What the first reason of the verdict says; money, customer and check where money is concerned. */
  readonly reason: RegExp;
}

/** Which check must turn red with which defect. A defect without a line here would be one that nothing catches. */
export const catches: Readonly<Record<string, Catch>> = {
  'newer-price-ignored': {
    check: suite('catalog', 'A price that changes', 'on the very day a period begins prices that period'),
    reason: /UNDERCHARGED by EUR/,
  },
  'anchor-day-drifts': {
    check: suite(
      'calendar',
      'Periods that are no months',
      'A quarter stays a quarter, from the 31st of January on',
    ),
    reason: /charge/i,
  },
  'boundaries-at-utc-midnight': {
    check: suite(
      'usage',
      'Usage about midnight of the billing day',
      "The last second and the first instant of a customer's day in Los Angeles are each billed once, in their own period",
    ),
    reason: /CHARGED by/,
  },
  'preview-a-day-short': {
    check: suite(
      'preview',
      'The preview of a plan change',
      'gives back and charges the days that the change itself does',
    ),
    reason: /Acme: previewed share of a plan change EUR/,
  },
  'thirty-day-plan-as-month': {
    check: suite(
      'calendar',
      'Periods that are no months',
      'Thirty days stays thirty days, from the 31st of January on',
    ),
    reason: /CHARGED by/,
  },
  'retry-counted-in-both-months': {
    check: suite(
      'idempotency',
      'A usage event that is sent again',
      'over the month boundary, with a new time, is billed once',
    ),
    reason: /OVERCHARGED by/,
  },
  'boundary-day-in-no-bill': {
    check: suite(
      'usage',
      'Usage about midnight of the billing day',
      "The last second and the first instant of a customer's day in Berlin are each billed once, in their own period",
    ),
    reason: /UNDERCHARGED by/,
  },
  'tier-bound-exclusive': {
    check: {
      phase: 'unit',
      file: 'src/suites/unit/price-models.suite',
      titlePath: ['Price models', 'graduated: on the upper bound of a tier the unit still belongs to it'],
    },
    reason: /UNDERCHARGED by/,
  },
  'usage-line-on-last-day': {
    check: suite(
      'order-to-cash',
      'From order to cash',
      'An order becomes usage, invoices, a payment and books, each amount right',
    ),
    reason: /./,
  },
  'repeated-run-bills-again': {
    check: suite(
      'idempotency',
      'A bill run that is done again',
      'five times in a row makes no second invoice',
    ),
    reason: /OVERCHARGED by/,
  },
  'total-ignores-discount': {
    check: suite(
      'tax',
      'Tax on invoices',
      'Tax is taken of what is left after the discount: 260.00 less 10 % at 6 % is 14.04',
    ),
    reason: /OVERCHARGED by/,
  },
  'preview-without-discount': {
    check: suite('preview', 'The preview of an invoice', 'is the invoice that follows, field by field'),
    reason: /Acme: previewed total EUR/,
  },
  'coupon-applied-several-times': {
    check: {
      phase: 'uat',
      file: 'features/discount/coupon.feature',
      titlePath: [
        'Coupons',
        'A coupon counts once, and for what is billed after it was redeemed',
        'Kim redeems the coupon in the second month, twice',
      ],
    },
    reason: /UNDERCHARGED by/,
  },
  'tax-on-price-before-discount': {
    check: suite(
      'tax',
      'Tax on invoices',
      'Tax is taken of what is left after the discount: 260.00 less 10 % at 6 % is 14.04',
    ),
    reason: /OVERCHARGED by/,
  },
  'tax-base-truncated': {
    check: suite('tax', 'Tax on invoices', 'Cents of the net amount are taxed, too: 99.99 at 19 % is 19.00'),
    reason: /CHARGED by/,
  },
  'same-key-charges-twice': {
    check: suite('payment', 'A payment that is sent again', 'with the same key takes the money once'),
    reason: /OVERCHARGED by/,
  },
  'gateway-times-hundred': {
    check: suite(
      'payment',
      'The amount that reaches the gateway',
      'JPY 8,000 is 8000, because the yen has no smaller coin',
    ),
    reason: /OVERCHARGED by/,
  },
  'tax-not-posted-with-discount': {
    check: suite(
      'ledger',
      'The books',
      'Invoices in EUR with discount and tax are posted in full and in balance',
    ),
    reason: /WRONG IN THE BOOKS by EUR/,
  },
  'pages-drop-equal-dates': {
    check: suite('paging', 'Long lists', '121 subscriptions billed on one day are each listed once'),
    reason: /./,
  },
  'parallel-usage-overwritten': {
    check: suite(
      'usage',
      'Usage at one instant',
      'Twenty batches of one customer that arrive together are all kept and billed',
    ),
    reason: /UNDERCHARGED by/,
  },
};

function suite(name: string, ...titlePath: string[]): NamedCheck {
  return { phase: 'integration', file: `src/suites/integration/${name}.suite`, titlePath };
}
