import type { BillingSession } from '../billing-session.ts';

/** Of all these the target was promised that a repeat with the same key, or id, changes nothing more. */
const repeatable = new Set<PropertyKey>([
  'createCustomer',
  'subscribe',
  'redeemCoupon',
  'charge',
  'pay',
  'receive',
  'refund',
  'writeOff',
  'creditNote',
  'voidCreditNote',
  'voidInvoice',
  'rebill',
  'openWallet',
  'topUpWallet',
  'withdrawCredits',
  'sendUsage',
  'notifyPayment',
] satisfies readonly (keyof BillingSession)[]);

/** The same session, in which each wish is told twice, as after an answer that was lost; the first answer counts. */
export function askedTwice(session: BillingSession): BillingSession {
  return new Proxy(session, {
    get(of, verb) {
      const once: unknown = Reflect.get(of, verb);
      if (typeof once !== 'function' || !repeatable.has(verb)) return once;
      return async (...wish: readonly unknown[]) => {
        const answer: unknown = await once(...wish);
        await once(...wish);
        return answer;
      };
    },
  });
}
