/**
 * What a target can do. A check names those it needs; where one is absent the check is NOT RUN, never passed.
 * Adding one is a line here; drivers that do not name it declare it absent.
 */
export const capabilities = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.graduated',
  'price.volume',
  'price.stairstep',
  'price.package',
  'price.blocks',
  'price.percentage',
  'price.dynamic',
  'price.versions',
  'price.one-off',
  'price.currencies',
  'price.minimum',
  'price.maximum',
  'price.allowance',
  'subscription.change',
  'subscription.cancel',
  'subscription.calendar',
  'subscription.quantity',
  'subscription.pause',
  'subscription.undo',
  'subscription.backdate',
  'subscription.trial',
  'subscription.add-on',
  'subscription.negotiated',
  'subscription.term',
  'usage',
  'usage.aggregation',
  'usage.dimensions',
  'usage.corrections',
  'usage.late',
  'usage.daily',
  'usage.thresholds',
  'usage.levels',
  'tax',
  'tax.place',
  'tax.status',
  'tax.categories',
  'tax.gross-prices',
  'tax.deletion',
  'discount',
  'coupon',
  'coupon.limits',
  'preview.rating',
  'preview.metering',
  'preview.document',
  'preview.tax',
  'preview.coupon-series',
  'preview.credited-document',
  'preview.proration',
  'preview.conversion',
  'preview.periods',
  'preview.recognition',
  'preview.credit-notes',
  'preview.void',
  'preview.account',
  'preview.dunning',
  'preview.wallet',
  'preview.invoice',
  'payment',
  'invoice.void',
  'invoice.draft',
  'credit-note',
  'invoice.rebill',
  'balance',
  'wallet',
  'payment.gateway',
  'payment.refund',
  'payment.chargeback',
  'payment.receive',
  'payment.write-off',
  'payment.collect',
  'bank.files',
  'dunning',
  'dunning.charges',
  'ledger',
  'export',
  'effort',
  'roles',
  'audit-trail',
  'customer.versions',
  'legal-entity',
  'exchange-rates',
  'upgrade',
  'journal',
  'period-close',
  'revenue-schedule',
  'webhook',
  'webhook.drill',
  'screen.invoice',
  'neighbour.orders',
  'neighbour.accounting',
  'load',
  'request-log',
] as const;

export type Capability = (typeof capabilities)[number];

/** native: the target does it itself; emulated: the driver does it out of other calls; absent: it cannot be had. */
export type Support = 'native' | 'emulated' | 'absent';

export type CapabilityMatrix = Readonly<Record<Capability, Support>>;

export function isCapability(name: string): name is Capability {
  return (capabilities as readonly string[]).includes(name);
}

/** The full matrix from what a driver names; everything it does not name is absent. */
export function declareCapabilities(named: Partial<Record<Capability, Support>>): CapabilityMatrix {
  return Object.fromEntries(
    capabilities.map((capability) => [capability, named[capability] ?? 'absent']),
  ) as unknown as CapabilityMatrix;
}
