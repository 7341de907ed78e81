import { z } from 'zod';
import type { DunningVerbs } from '../../../target/verbs/dunning.ts';
import { day, money } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';
import { customerPath } from './customer.ts';

const stateAnswer = z.object({
  level: z.string().nullable(),
  isSuspended: z.boolean(),
  reminders: z.array(z.object({ date: day, level: z.string(), overdue: money })),
  charges: z.array(
    z.object({ date: day, level: z.string(), fee: money, interest: money, invoiceId: z.string() }),
  ),
});

export function dunningVerbs(calls: SandboxCalls): DunningVerbs {
  return {
    setDunningPolicy: async (body) => {
      await calls.send('PUT', { operation: 'dunning-policy.set', path: '/v1/dunning-policy', body });
    },
    dunning: (customerId) => calls.get('dunning.read', `${customerPath(customerId)}/dunning`, stateAnswer),
  };
}
