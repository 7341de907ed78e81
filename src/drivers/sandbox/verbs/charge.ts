import { moneyAmount } from '../../../model/money.ts';
import type { ChargeVerbs } from '../../../target/verbs/charge.ts';
import { invoiceAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';

const operation = 'invoice.charge';

export function chargeVerbs(calls: SandboxCalls): ChargeVerbs {
  return {
    charge: async ({ key, amount, ...charge }) => {
      const body = { ...charge, amount: { amount: moneyAmount(amount), currency: amount.currency } };
      const answer = await calls.client.write({
        operation,
        method: 'POST',
        path: '/v1/charges',
        body,
        idempotencyKey: `${calls.world.keyPrefix}${operation}/${key}`,
      });
      return readAnswer(operation, invoiceAnswer, answer);
    },
  };
}
