import { z } from 'zod';
import type { DunningState } from '../../model/billing/dunning.ts';
import type { Context, Engine } from '../engine.ts';
import { customerById } from '../store/customers.ts';
import { lateChargesOf, remindersOf, saveDunningPolicy, standingOf } from '../store/dunning.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentMoney } from './present.ts';
import { keyText, moneySchema, naturalDecimal, positiveDecimal } from './schemas.ts';

const days = z.int().min(0).max(3650);

const policySchema = z.strictObject({
  firstAttempt: z.enum(['issue-date', 'due-date']),
  retryDays: z.array(days).max(20),
  ageFrom: z.enum(['issue-date', 'due-date']),
  threshold: naturalDecimal.nullable(),
  levels: z
    .array(
      z.strictObject({
        name: keyText,
        afterDays: days,
        suspends: z.boolean(),
        fee: positiveDecimal.nullable(),
        interestPercent: positiveDecimal.nullable(),
      }),
    )
    .max(20)
    .refine(
      (levels) => levels.every((level, index) => level.afterDays > (levels[index - 1]?.afterDays ?? -1)),
      'expected levels by age, each later than the one before',
    ),
});

const stateAnswer = z.object({
  level: z.string().nullable(),
  isSuspended: z.boolean(),
  reminders: z.array(z.object({ date: z.string(), level: z.string(), overdue: moneySchema })),
  charges: z.array(
    z.object({
      date: z.string(),
      level: z.string(),
      fee: moneySchema,
      interest: moneySchema,
      invoiceId: z.string(),
    }),
  ),
});

export function dunningRoutes(app: SandboxApp, engine: Engine): void {
  app.put('/v1/dunning-policy', { schema: { body: policySchema } }, async (request, reply) => {
    saveDunningPolicy(contextOf(engine, request), request.body);
    return reply.code(204).send();
  });
  app.get(
    '/v1/customers/:customerId/dunning',
    { schema: { params: z.strictObject({ customerId: keyText }), response: { 200: stateAnswer } } },
    async (request) => {
      const context = contextOf(engine, request);
      return presentState(stateOf(context, customerById(context, request.params.customerId).id));
    },
  );
  // Whoever pays automatically is charged when there is something to charge, not only when the clock is moved.
  app.addHook('onSend', async (request, reply) => {
    if (request.method === 'GET' || request.tenantId === '' || reply.statusCode > 299) return;
    await engine.procedures.collectDue(contextOf(engine, request));
  });
}

function stateOf(context: Context, customerId: string): DunningState {
  return {
    ...standingOf(context, customerId),
    reminders: remindersOf(context, customerId),
    charges: lateChargesOf(context, customerId),
  };
}

function presentState(state: DunningState): z.infer<typeof stateAnswer> {
  return {
    ...state,
    reminders: state.reminders.map((reminder) => ({ ...reminder, overdue: presentMoney(reminder.overdue) })),
    charges: state.charges.map((charge) => ({
      ...charge,
      fee: presentMoney(charge.fee),
      interest: presentMoney(charge.interest),
    })),
  };
}
