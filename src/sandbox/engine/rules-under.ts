import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { profile } from '../billing/profile.ts';
import type { Rules } from '../rules/index.ts';

/** The same rules, each with the habit that the policy has for it: who asks a rule need not know what is a habit. */
export function rulesUnder(rules: Rules, policy: PolicyProfile): Rules {
  if (policy === profile) return rules;
  const { roundingMode: mode, shareRemainder: remainder } = policy;
  return {
    ...rules,
    roundToMinor: (amount, currency) => rules.roundToMinor(amount, currency, mode),
    roundTaxes: (taxes) => rules.roundTaxes({ mode, remainder, ...taxes }),
    creditValue: (credits, price) => rules.creditValue(credits, price, mode),
    walletUse: (question) => rules.walletUse(question, mode),
    shareOut: (question) => rules.shareOut(question, remainder),
    taxBase: (line) => rules.taxBase(line, policy.taxBase),
    priceVersionInForce: (question) => rules.priceVersionInForce(question, policy.existingSubscriptions),
    unusedPart: (question) => rules.unusedPart(question, policy.prorationCredit),
    noteTax: (note) => rules.noteTax(note, policy.creditNoteRemainder),
    discountOrder: (coupons) => rules.discountOrder(coupons, policy.discountOrder),
    refundReopens: () => rules.refundReopens(policy.refundWithoutAdjustment),
    allocationOrder: (open) => rules.allocationOrder(open, policy.paymentAllocation),
    firstDayOfChange: (day) => rules.firstDayOfChange(day, policy.changeDayBelongsTo),
    firstAnchor: (trial) => rules.firstAnchor(trial, policy.trialPeriods),
    deservesLine: (part) => rules.deservesLine(part, policy.zeroUsage),
    keepsTerms: () => rules.keepsTerms(policy.creditTerms),
  };
}
