import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { packageRoot } from '../../model/package-root.ts';
import { profile } from '../billing/profile.ts';

const root = new URL('../', import.meta.url);

const capabilities = {
  clock: 'native',
  'price.flat': 'native',
  'price.per-unit': 'native',
  'price.graduated': 'native',
  'price.volume': 'native',
  'price.stairstep': 'native',
  'price.package': 'native',
  'price.blocks': 'native',
  'price.full-packages': 'native',
  'price.percentage': 'native',
  'price.dynamic': 'native',
  'price.list': 'native',
  'price.sold-until': 'native',
  'price.one-off': 'native',
  'price.several-fees': 'native',
  'price.currencies': 'native',
  'price.minimum': 'native',
  'price.maximum': 'native',
  'price.allowance': 'native',
  'price.tier-fees': 'native',
  'price.versions': 'native',
  'price.running': 'native',
  'price.running-from': 'native',
  'subscription.change': 'native',
  'subscription.cancel': 'native',
  'subscription.cancel-period': 'native',
  'subscription.calendar': 'native',
  'subscription.quantity': 'native',
  'subscription.pause': 'native',
  'subscription.undo': 'native',
  'subscription.long-periods': 'native',
  'subscription.backdate': 'native',
  'subscription.backdate-together': 'native',
  'subscription.trial': 'native',
  'subscription.trial-in-period': 'native',
  'subscription.add-on': 'native',
  'subscription.negotiated': 'native',
  'subscription.negotiated-change': 'native',
  'subscription.bill-day': 'native',
  'subscription.bill-day-change': 'native',
  'subscription.bill-day-shared': 'native',
  'subscription.billed-through': 'native',
  'subscription.term': 'native',
  usage: 'native',
  'usage.aggregation': 'native',
  'usage.dimensions': 'native',
  'usage.corrections': 'native',
  'usage.late': 'native',
  'usage.late-window': 'native',
  'usage.while-paused': 'native',
  'usage.unused-silent': 'native',
  'usage.daily': 'native',
  'usage.thresholds': 'native',
  'usage.levels': 'native',
  tax: 'native',
  'tax.place': 'native',
  'tax.status': 'native',
  'tax.categories': 'native',
  'tax.gross-prices': 'native',
  'tax.deletion': 'native',
  discount: 'native',
  coupon: 'native',
  'coupon.limits': 'native',
  'policy.settings': 'native',
  'preview.rating': 'native',
  'preview.metering': 'native',
  'preview.document': 'native',
  'preview.line-taxes': 'native',
  'preview.postings': 'native',
  'preview.look-back': 'native',
  'preview.coupon-rest': 'native',
  'preview.tax': 'native',
  'preview.coupon-series': 'native',
  'preview.credited-document': 'native',
  'preview.proration': 'native',
  'preview.conversion': 'native',
  'proration.other-periods': 'native',
  'proration.fixed-30': 'native',
  'preview.periods': 'native',
  'preview.recognition': 'native',
  'preview.credit-notes': 'native',
  'preview.void': 'native',
  'preview.account': 'native',
  'preview.dunning': 'native',
  'preview.wallet': 'native',
  'preview.invoice': 'native',
  'preview.act': 'native',
  payment: 'native',
  'invoice.void': 'native',
  'invoice.void-paid': 'native',
  'invoice.charge': 'native',
  'invoice.draft': 'native',
  'invoice.draft-days': 'native',
  'invoice.hold': 'native',
  'credit-note': 'native',
  'invoice.line-credit': 'native',
  'invoice.rebill': 'native',
  balance: 'native',
  wallet: 'native',
  'payment.gateway': 'native',
  'payment.refund': 'native',
  'payment.chargeback': 'native',
  'payment.receive': 'native',
  'payment.write-off': 'native',
  'payment.collect': 'native',
  'bank.files': 'native',
  dunning: 'native',
  'dunning.charges': 'native',
  ledger: 'native',
  export: 'native',
  'invoice.pdf': 'native',
  effort: 'native',
  roles: 'native',
  'audit-trail': 'native',
  'customer.closing': 'native',
  'customer.versions': 'native',
  'legal-entity': 'native',
  'exchange-rates': 'native',
  upgrade: 'native',
  journal: 'native',
  'period-close': 'native',
  'revenue-schedule': 'native',
  webhook: 'native',
  'webhook.drill': 'native',
  'webhook.log': 'native',
  'screen.invoice': 'native',
  'neighbour.orders': 'native',
  'neighbour.accounting': 'native',
  'neighbour.tax-engine': 'native',
  load: 'native',
  'request-log': 'native',
} as const;

let digest: string | null = null;

/** What the sandbox says of itself. It knows nothing here of how its engine was put together. */
export function describeSandbox() {
  return {
    name: 'Tollgate Sandbox',
    version: packageVersion(),
    environment: 'test',
    clock: 'per-session',
    capabilities,
    profile,
    interfaces: [
      { name: 'payment gateway', provenance: 'simulated' },
      { name: 'tax engine', provenance: 'simulated' },
      { name: 'bank', provenance: 'simulated' },
      { name: 'CRM', provenance: 'simulated' },
      { name: 'accounting', provenance: 'simulated' },
    ],
    digests: { build: buildDigest(), configuration: null, priceBook: null, dataCut: null },
  };
}

/** SHA-256 over the names and bytes of all sources, so that another build is never taken for this one. */
function buildDigest(): string {
  if (digest !== null) return digest;
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .toSorted();
  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(new URL(name, root)));
  digest = hash.digest('hex');
  return digest;
}

function packageVersion(): string {
  const text = readFileSync(new URL('package.json', packageRoot(import.meta.url)), 'utf8');
  const parsed: unknown = JSON.parse(text);
  const isRecord = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return isRecord && typeof parsed.version === 'string' ? parsed.version : 'unknown';
}
