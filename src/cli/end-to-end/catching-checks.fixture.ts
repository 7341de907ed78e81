import { booksCatches } from './books-catches.fixture.ts';
import { integrationCatches } from './integration-catches.fixture.ts';
import type { Catch, NamedCheck } from './test-run.fixture.ts';

/** For tests only. Which check must turn red with which defect. A defect without a line here would be one that nothing catches. */
export const catches: Readonly<Record<string, Catch>> = {
  ...integrationCatches,
  ...booksCatches,

  'amounts-rounded-down': {
    check: unit('price-models', 'Price models', 'A price per unit is multiplied and rounded once'),
    reason: /UNDERCHARGED by EUR 0\.01\. price EUR/,
  },
  'begun-package-not-charged': {
    check: unit('price-models', 'Price models', 'A started package is charged in full'),
    reason: /UNDERCHARGED by EUR 99\.99/,
  },
  'bill-run-stops-all-else': {
    check: performance('perf/rehearsal', 'bill.run', 'answers come within the limit'),
    reason: /answers within 3000 ms/,
  },
  'coupon-applied-several-times': {
    check: uat(
      'discount/coupon',
      'Coupons',
      'A coupon counts once, and for what is billed after it was redeemed',
      'Kim redeems the coupon in the second month, twice',
    ),
    reason: /UNDERCHARGED by/,
  },
  'coupon-lands-on-first-line': {
    check: unit('documents', 'Discounts', 'A discount on some lines leaves the others alone'),
    reason: /CHARGED by EUR/,
  },
  'flat-fee-times-quantity': {
    check: unit('price-models', 'Price models', 'A flat price is the same for any quantity'),
    reason: /price EUR 149\.70 instead of 49\.90/,
  },
  'full-buffer-drops-an-event': {
    check: performance(
      'src/suites/performance/reconcile.suite',
      'After the load',
      'Each customer is charged what his accepted usage costs, to the cent',
    ),
    reason: /UNDERCHARGED by EUR/,
  },
  'maximum-ignored': {
    check: unit(
      'price-models',
      'Minimum and maximum',
      'What is above the maximum is taken off, and nothing below it',
    ),
    reason: /price EUR 100\.03 instead of 100\.00/,
  },
  'minimum-not-charged': {
    check: unit(
      'price-models',
      'Minimum and maximum',
      'What is missing to the minimum is added, and nothing when it is reached',
    ),
    reason: /price EUR 0\.00 instead of 100\.00/,
  },
  'planned-change-at-once': {
    check: uat(
      'plan-change/changing-plan',
      'Changing plan in the middle of a period',
      'A change at the end of the period costs nothing before',
      'Acme upgrades from the next month on',
    ),
    reason: /number of invoices of "Acme": found 3, expected 2/,
  },
  'requests-missing-in-log': {
    check: performance(
      'src/suites/performance/reconcile.suite',
      'After the load',
      'The target’s own log counts the requests that were sent, operation by operation',
    ),
    reason: /requests for usage\.ingest: found \d+, expected \d+/,
  },
  'tier-bound-exclusive': {
    check: unit(
      'price-models',
      'Price models',
      'graduated: on the upper bound of a tier the unit still belongs to it',
    ),
    reason: /UNDERCHARGED by/,
  },
  'tier-by-whole-units': {
    check: unit(
      'price-models',
      'Price models',
      'volume: just above a bound, fractions too, the next tier begins',
    ),
    reason: /price EUR 102\.10 instead of 53\.10/,
  },
  'first-unit-of-tier-at-old-price': {
    check: unit(
      'price-models',
      'Price models',
      'volume: just above a bound, fractions too, the next tier begins',
    ),
    reason: /price EUR 102\.10 instead of 53\.10/,
  },
  'full-package-opens-another': {
    check: unit('price-models', 'Price models', 'A started package is charged in full'),
    reason: /price EUR 199\.98 instead of 99\.99/,
  },
  'late-usage-refused': {
    check: uat(
      'usage/late-and-repeated',
      'Usage that comes twice, late, or at midnight',
      'Usage that comes late, but before its bill, is on that bill',
      "A day's calls arrive two weeks later",
    ),
    reason: /found "too-late", expected "accepted"/,
  },
  'name-escaped-twice': {
    check: uat(
      'screen/invoice-document',
      'The invoice that a person sees',
      'The screen shows the amounts of the invoice, to the cent and with their currency',
      'A customer with a name that is not easy to print',
    ),
    reason: /Found no "Müller & <Söhne>" on screen/,
  },
  'quantity-of-order-lost': {
    check: uat('pricing/price-change', 'Prices that change', 'Seats are charged each', 'Five seats'),
    reason: /Acme: line net EUR 12\.50/,
  },
};

function unit(name: string, ...titlePath: string[]): NamedCheck {
  return { phase: 'unit', file: `src/suites/unit/${name}.suite`, titlePath };
}

function uat(name: string, ...titlePath: string[]): NamedCheck {
  return { phase: 'uat', file: `features/${name}.feature`, titlePath };
}

function performance(file: string, ...titlePath: string[]): NamedCheck {
  return { phase: 'performance', file, titlePath };
}
