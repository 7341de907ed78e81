import { quoteAct } from '../../procedures/invoicing/quote-act.ts';
import type { Defect } from '../defect.ts';

export const askedChangeIsMade: Defect = {
  name: 'asked-change-is-made',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'critical',
  title: 'Who asks what another plan would cost has it from then on',
  procedures: {
    quoteAct: (context, quoted) => {
      const quote = quoteAct(context, quoted);
      const { act } = quoted;
      if (act.kind === 'change') {
        const timing = { kind: 'date', date: act.date } as const;
        context.procedures.changePlan(context, {
          subscriptionId: act.subscriptionId,
          plan: act.plan,
          timing,
        });
      }
      return quote;
    },
  },
};
