import type { Context } from '../../engine.ts';
import { beginRefund } from '../../procedures/payment/begin-refund.ts';
import { refundByKey, refundsOf } from '../../store/refunds.ts';
import type { Defect } from '../defect.ts';

/** Only refunds that were done counted, not those that were on their way. */
export const refundsAtOnceBothPass: Defect = {
  name: 'refunds-at-once-both-pass',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Two refunds at one instant both pass the check of what is left',
  procedures: {
    refund: async (context, request) => {
      const known = refundByKey(context, request.key);
      if (known !== null) return known.id;
      const { refundId } = beginRefund(unseen(context), request);
      const answer = await context.procedures.askForRefund(context, refundId);
      await context.procedures.endRefund(context, { refundId, answer });
      return refundId;
    },
  },
};

function unseen(context: Context): Context {
  const refundRefusal: Context['rules']['refundRefusal'] = (question) => {
    const done = refundsOf(context, { column: 'payment', id: question.payment.id }).filter(
      ({ status }) => status === 'succeeded',
    );
    const refundedMinor = done.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
    return context.rules.refundRefusal({ ...question, refundedMinor });
  };
  return { ...context, rules: { ...context.rules, refundRefusal } };
}
