import { z } from 'zod';
import type { Context, Engine } from '../engine.ts';
import { answerOnce } from './answer-once.ts';
import { billedThroughAnswer, subscriptionAnswer } from './answer-schemas.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentSubscription } from './present.ts';
import { presentBilledThrough } from './present-billed-through.ts';
import {
  chargePriceSchema,
  daySchema,
  keyText,
  percentText,
  positiveDecimal,
  timingSchema,
} from './schemas.ts';

export const agreedPrices = z.array(chargePriceSchema).max(100).optional();

const dayOfMonth = z.int().min(1).max(31);

export const newSubscription = z.strictObject({
  key: keyText,
  customerId: keyText,
  plan: keyText,
  start: daySchema,
  quantity: positiveDecimal,
  billing: z.enum(['anniversary', 'calendar']),
  sharesBillDay: z.boolean().optional(),
  trialDays: z.int().min(1).max(3660).optional(),
  addOnTo: keyText.optional(),
  negotiated: agreedPrices,
  term: z
    .strictObject({
      periods: z.int().min(1).max(1200),
      atEnd: z.enum(['renew', 'end']),
      upliftPercent: percentText,
    })
    .optional(),
});

const params = z.strictObject({ subscriptionId: keyText });
const response = { 200: subscriptionAnswer };

export function subscriptionRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/subscriptions',
    { config: { counted: true }, schema: { body: newSubscription, response: { 201: subscriptionAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const subscription = answerOnce(context, request, () =>
        presentSubscription(context, procedures.subscribe(context, request.body)),
      );
      return reply.code(201).send(subscription);
    },
  );
  app.get('/v1/subscriptions/:subscriptionId', { schema: { params, response } }, async (request) =>
    presentSubscription(contextOf(engine, request), request.params.subscriptionId),
  );
  app.get(
    '/v1/subscriptions/:subscriptionId/billed-through',
    { schema: { params, response: { 200: billedThroughAnswer } } },
    async (request) => presentBilledThrough(contextOf(engine, request), request.params.subscriptionId),
  );
  act(
    'change',
    z.strictObject({
      plan: keyText,
      timing: timingSchema,
      negotiated: agreedPrices,
      billDay: dayOfMonth.optional(),
    }),
    procedures.changePlan,
  );
  act('bill-day', z.strictObject({ day: dayOfMonth, from: daySchema }), procedures.changeBillDay);
  act(
    'quantity',
    z.strictObject({ quantity: positiveDecimal, timing: timingSchema }),
    procedures.changeQuantity,
  );
  act('pause', z.strictObject({ timing: timingSchema }), procedures.pause);
  act('resume', z.strictObject({ timing: timingSchema }), procedures.resume);
  act('cancel', z.strictObject({ timing: timingSchema }), procedures.cancel);
  act('cancel-running-period', z.strictObject({}), procedures.cancelRunningPeriod);
  act('undo', z.strictObject({ what: z.enum(['cancellation', 'change']) }), procedures.undo);

  /** One thing that is done to a subscription; the answer is the subscription afterwards. */
  function act<Body extends object>(
    name: string,
    body: z.ZodType<Body>,
    work: (context: Context, request: Body & { readonly subscriptionId: string }) => void,
  ): void {
    app.post(
      `/v1/subscriptions/:subscriptionId/${name}`,
      { config: { counted: true }, schema: { params, body, response } },
      async (request) => {
        const context = contextOf(engine, request);
        const { subscriptionId } = request.params;
        return answerOnce(context, request, () => {
          work(context, { ...(request.body as Body), subscriptionId });
          return presentSubscription(context, subscriptionId);
        });
      },
    );
  }
}
