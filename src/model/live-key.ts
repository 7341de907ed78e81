/** A kind of key that moves real money, by how it begins. */
interface LiveKey {
  readonly begins: string;
  /** Whose, and where they say so. */
  readonly source: string;
  /** How many letters and digits must follow, so that an ordinary word is not taken for a key. */
  readonly tailMin: number;
}

/**
 * Keys whose beginning says "live", beside sk_live_ and its like (docs.stripe.com/keys). A host says nothing here: Stripe
 * and others serve test and live keys from one host. The short prefixes want a long tail, because "live_" and "prod_" also begin words of ordinary text.
 */
const liveKeys: readonly LiveKey[] = [
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

/** Of any house: up to four letters before it, which are no word of a sentence, and a tail as only a key has. */
const anyHouse =
  /(?<![A-Za-z0-9_])(?!(?:not|non|no|is|was|are|be|to|on|in|go|all|pre|old|new|last|next|test|demo|fake|mock|dev|qa)_)[a-z]{1,4}_live_(?=[A-Za-z0-9]{8})(?=[A-Za-z]*\d)(?=\d*[A-Za-z])/;

/** The beginning of the first live key in the text, which may be shown; never the key. Null when there is none. */
export function liveKeyIn(text: string): string | null {
  return payingKeyIn(text) ?? knownKeyIn(text) ?? anyHouse.exec(text)?.[0] ?? null;
}

/** In either case. In capitals and without a digit it is the name of a variable. */
function payingKeyIn(text: string): string | null {
  for (const match of text.matchAll(/[srp]k_live_(?=([A-Za-z0-9_-]*))/gi)) {
    const [begins, rest = ''] = match;
    const letters = rest.replace(/[_-]/g, '');
    const isName = begins === begins.toUpperCase() && !/\d/.test(letters);
    if (letters.length >= 4 && !isName && isWordBefore(text, match.index)) return begins;
  }
  return null;
}

function knownKeyIn(text: string): string | null {
  for (const { begins, tailMin } of liveKeys) {
    for (let at = text.indexOf(begins); at >= 0; at = text.indexOf(begins, at + 1)) {
      if (beginsHere(text, at, begins) && isTail(text.slice(at + begins.length), tailMin)) return begins;
    }
  }
  return null;
}

/** The short ones do not begin after an underscore either. */
function beginsHere(text: string, at: number, begins: string): boolean {
  const isInName = /^(live|prod)_$/.test(begins) && text[at - 1] === '_';
  return !isInName && isWordBefore(text, at);
}

/** Not in the middle of a word; a line break that was written as "\n" is none. */
function isWordBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  return !/[A-Za-z0-9]$/.test(before) || /\\(?:[nrtbfv0]|x[0-9a-f]{2}|u[0-9a-f]{4})$/i.test(before);
}

/** Keys are random: one of some length without a digit would be a word, and one of numbers and words a date or a title. */
function isTail(rest: string, tailMin: number): boolean {
  const whole = tail.exec(rest)?.[0] ?? '';
  const letters = whole.replace(/[_-]/g, '');
  if (tailMin === 4) return letters.length >= 4 && (/\d/.test(letters) || letters.length >= 12);
  if (/[A-Za-z]{24}/.test(whole)) return true;
  return (
    letters.length >= tailMin &&
    whole.split(/[_-]/).some((part) => /\d/.test(part) && !/^\d{1,8}$/.test(part))
  );
}
