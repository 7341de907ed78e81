import type { Capability } from '../../target/capability.ts';
import type { AccountAct, AccountLife } from './account-act.ts';
import { closeBusiness } from './acts-of-closing.ts';
import { addOn, endOfAddOn, otherBillDay, otherThresholds } from './acts-of-contract.ts';
import { topUp, withdraw } from './acts-of-credits.ts';
import { charge, credit, rebill, voidInvoice, voidNote } from './acts-of-documents.ts';
import { decide, dispute, payLater } from './acts-of-gateway.ts';
import { bankLine, decline, pay, receive, refund, writeOff } from './acts-of-money.ts';
import { comeBack, endAhead, otherPlanAhead, seatsAhead } from './acts-of-plans-ahead.ts';
import { finalise, hold, review } from './acts-of-review.ts';
import { breakOf, closeMonth, month, otherPlan, seats, use } from './acts-of-service.ts';
import { anotherCoupon, anotherTaxRate } from './acts-of-terms.ts';

/** One kind of act. */
export interface KindOfAct {
  readonly name: string;
  readonly act: AccountAct;
  /** Beyond what the check itself asks of a target; without it the act is not drawn. */
  readonly needs?: Capability;
  /** Others live through it as well: the clock moves, or books are closed. */
  readonly isForAll?: true;
  /** A machine tells of it, and no user did it. */
  readonly isByMachine?: true;
  /** Goes on with somebody with whom all business has ended. */
  readonly isOfMoney?: true;
  /** May be done beside whatever contract: what it bills stays as it is, or becomes another. */
  readonly besideContract?: 'keeps-bills' | 'changes-bills';
}

const kinds: readonly KindOfAct[] = [
  { name: 'a payment', act: pay, isOfMoney: true, besideContract: 'keeps-bills' },
  {
    name: 'a payment that is declined',
    act: decline,
    needs: 'payment.gateway',
    isOfMoney: true,
    besideContract: 'keeps-bills',
  },
  {
    name: 'a payment that is not decided yet',
    act: payLater,
    needs: 'payment.gateway',
    isOfMoney: true,
    besideContract: 'keeps-bills',
  },
  {
    name: 'the end of such a payment',
    act: decide,
    needs: 'payment.gateway',
    isByMachine: true,
    isOfMoney: true,
    besideContract: 'keeps-bills',
  },
  { name: 'a refund', act: refund, isOfMoney: true, besideContract: 'keeps-bills' },
  { name: 'money by transfer', act: receive, isOfMoney: true, besideContract: 'keeps-bills' },
  { name: 'a credit note', act: credit, isOfMoney: true, besideContract: 'changes-bills' },
  { name: 'a credit note taken back', act: voidNote, isOfMoney: true, besideContract: 'changes-bills' },
  { name: 'a void', act: voidInvoice, isOfMoney: true, besideContract: 'changes-bills' },
  { name: 'another bill', act: rebill, besideContract: 'changes-bills' },
  { name: 'a write-off', act: writeOff, isOfMoney: true, besideContract: 'keeps-bills' },
  { name: 'a top-up', act: topUp, besideContract: 'keeps-bills' },
  { name: 'credits taken out', act: withdraw, isOfMoney: true, besideContract: 'keeps-bills' },
  { name: 'a month', act: month, isForAll: true, isOfMoney: true },
  { name: 'a charge by hand', act: charge, needs: 'invoice.charge', besideContract: 'changes-bills' },
  {
    name: 'a line of the bank',
    act: bankLine,
    needs: 'bank.files',
    isOfMoney: true,
    besideContract: 'keeps-bills',
  },
  { name: 'other seats', act: seats, needs: 'subscription.quantity' },
  { name: 'another plan', act: otherPlan, needs: 'subscription.change' },
  { name: 'a break', act: breakOf, needs: 'subscription.pause', isForAll: true },
  { name: 'another plan with the next month', act: otherPlanAhead, needs: 'subscription.change' },
  { name: 'other seats with the next month', act: seatsAhead, needs: 'subscription.quantity' },
  { name: 'the end of the plan', act: endAhead, needs: 'subscription.undo' },
  { name: 'a return', act: comeBack, needs: 'subscription.cancel', isForAll: true },
  { name: 'an add-on', act: addOn, needs: 'subscription.add-on' },
  { name: 'the end of an add-on', act: endOfAddOn, needs: 'subscription.add-on' },
  { name: 'another bill day', act: otherBillDay, needs: 'subscription.bill-day-change' },
  {
    name: 'other thresholds',
    act: otherThresholds,
    needs: 'usage.thresholds',
    besideContract: 'changes-bills',
  },
  { name: 'bills that are held', act: hold, needs: 'invoice.hold', besideContract: 'changes-bills' },
  { name: 'bills that are reviewed', act: review, needs: 'invoice.draft', besideContract: 'changes-bills' },
  { name: 'a draft made final', act: finalise, needs: 'invoice.draft', isForAll: true },
  { name: 'usage', act: use, needs: 'usage.late', isByMachine: true },
  {
    name: 'a chargeback',
    act: dispute,
    needs: 'payment.chargeback',
    isByMachine: true,
    isOfMoney: true,
    besideContract: 'keeps-bills',
  },
  { name: 'another coupon', act: anotherCoupon, besideContract: 'changes-bills' },
  { name: 'another tax rate', act: anotherTaxRate, besideContract: 'changes-bills' },
  {
    name: 'the end of a month in the books',
    act: closeMonth,
    needs: 'period-close',
    isForAll: true,
    besideContract: 'keeps-bills',
  },
];

/** What the target can do. */
export function kindsFor({ world }: Pick<AccountLife, 'world'>): readonly KindOfAct[] {
  return kinds.filter(({ needs }) => needs === undefined || world.can(needs));
}

export const endOfBusiness: KindOfAct = {
  name: 'the end of all business',
  act: closeBusiness,
  needs: 'customer.closing',
};
