import { newId } from '../../new-id.ts';
import { askGateway } from '../../procedures/payment/ask-gateway.ts';
import type { Defect } from '../defect.ts';

/** Each try had a key of its own, so the gateway could not know that it was a repeat. */
export const silentGatewayAskedAgain: Defect = {
  name: 'silent-gateway-asked-again',
  row: 'PAY-03',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A gateway that does not answer in time is asked again, as if for other money',
  procedures: {
    askGateway: async (context, paymentId) => {
      const answer = await askGateway(context, paymentId);
      if (answer !== 'no-answer') return answer;
      const withAnotherKey = { ...context.rules, gatewayKey: () => newId('try') };
      return askGateway({ ...context, rules: withAnotherKey }, paymentId);
    },
  },
};
