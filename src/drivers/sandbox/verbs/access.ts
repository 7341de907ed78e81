import { z } from 'zod';
import { roles } from '../../../model/billing/user.ts';
import type { TargetSession } from '../../../target/session.ts';
import type { AccessVerbs } from '../../../target/verbs/access.ts';
import type { HttpClient } from '../../http-client.ts';
import { day } from '../answer-values.ts';
import type { SandboxCalls, SandboxWorld } from '../calls.ts';
import { lookupKey } from '../lookup-key.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';

const userAnswer = z.object({ apiKey: z.string() });
const nameAnswer = z.object({ name: z.string(), version: z.int() });
const trailAnswer = z.object({
  entries: z.array(
    z.object({
      on: day,
      user: z.string(),
      role: z.enum(roles),
      action: z.string(),
      objectId: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

/** `open` makes a session of the world in the name of whoever holds the key. */
export function accessVerbs(
  calls: SandboxCalls,
  open: (world: SandboxWorld, client: HttpClient) => TargetSession,
): AccessVerbs {
  return {
    asUser: async (user) => {
      const { apiKey } = await calls.posted(
        { operation: 'user.create', path: '/v1/users', body: user },
        userAnswer,
      );
      const client = calls.client.withHeaders({ authorization: `Bearer ${apiKey}` });
      const session = open({ ...calls.world, apiKey }, client);
      return { ...session, close: () => client.close() };
    },
    auditTrail: async () => (await calls.get('audit.read', '/v1/audit', trailAnswer)).entries,
    customerName: (customerId) => calls.get('customer.read', `${customerPath(customerId)}/name`, nameAnswer),
    renameCustomer: async (customerId, change) => {
      const operation = 'customer.rename';
      const path = `${customerPath(customerId)}/name`;
      const idempotencyKey = lookupKey(`${calls.world.keyPrefix}${operation}`);
      const call = { operation, method: 'PUT', path, body: change, idempotencyKey } as const;
      return readAnswer(operation, nameAnswer, await calls.client.write(call));
    },
  };
}
