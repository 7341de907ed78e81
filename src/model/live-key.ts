/** A kind of key that moves real money, by how it begins. */
interface LiveKey {
  readonly begins: string;
  /** Whose, and where they say so. */
  readonly source: string;
  /** How many letters and digits must follow, so that an ordinary word is not taken for a key. */
  readonly tailMin: number;
}

/**
 * Keys whose beginning says "live". A host says nothing here: Stripe and others serve test and live keys from one host.
 * The short prefixes want a long tail, because "live_" and "prod_" also begin words of ordinary text.
 */
const liveKeys: readonly LiveKey[] = [
  { begins: 'sk_live_', source: 'Stripe, docs.stripe.com/keys; also Paystack', tailMin: 4 },
  { begins: 'rk_live_', source: 'Stripe, restricted keys', tailMin: 4 },
  { begins: 'pk_live_', source: 'Stripe, publishable keys; also Paystack', tailMin: 4 },
  { begins: 'sk_prod_', source: 'named beside sk_live_ by secret scanners', tailMin: 4 },
  { begins: 'rk_prod_', source: 'named beside rk_live_ by secret scanners', tailMin: 4 },
  { begins: 'whsec_live_', source: 'webhook secrets that name their mode', tailMin: 4 },
  { begins: 'pdl_live_', source: 'Paddle Billing, API keys', tailMin: 4 },
  { begins: 'rzp_live_', source: 'Razorpay, key ids', tailMin: 4 },
  { begins: 'xnd_production_', source: 'Xendit, secret keys', tailMin: 4 },
  { begins: 'access-production-', source: 'Plaid, access tokens', tailMin: 4 },
  { begins: 'access_token$production$', source: 'Braintree, access tokens', tailMin: 4 },
  { begins: 'live_', source: 'Mollie, Chargebee, GoCardless, Paddle client tokens', tailMin: 12 },
  { begins: 'prod_', source: 'house habit; 16, because product ids of Stripe are prod_ and 14', tailMin: 16 },
];

const tail = /^[A-Za-z0-9_-]*/;

/** The beginning of the first live key in the text, which may be shown; never the key. Null when there is none. */
export function liveKeyIn(text: string): string | null {
  for (const { begins, tailMin } of liveKeys) {
    for (let at = text.indexOf(begins); at >= 0; at = text.indexOf(begins, at + 1)) {
      if (beginsHere(text, at, begins) && isTail(text.slice(at + begins.length), tailMin)) return begins;
    }
  }
  return null;
}

/** Not in the middle of a word; the short ones not after an underscore either. */
function beginsHere(text: string, at: number, begins: string): boolean {
  const before = text[at - 1] ?? ' ';
  return /^(live|prod)_$/.test(begins) ? !/[A-Za-z0-9_]/.test(before) : !/[A-Za-z0-9]/.test(before);
}

/** Keys are random: one of some length without a digit would be a word. */
function isTail(rest: string, tailMin: number): boolean {
  const found = tail.exec(rest)?.[0].replace(/[_-]/g, '') ?? '';
  return found.length >= tailMin && (/\d/.test(found) || (tailMin === 4 && found.length >= 12));
}
