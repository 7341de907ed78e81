import type { FastifyRequest } from 'fastify';
import type { Context } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import { keepAnswer } from '../store/answers.ts';
import { countExecution } from '../store/executions.ts';

/** The first answer again when the same request comes with the same key; 409 when another one does. */
export function answerOnce<Body>(context: Context, request: FastifyRequest, work: () => Body): Body {
  const key = idempotencyKey(request);
  if (key === null) return work();
  const sent = `${request.method} ${request.url} ${JSON.stringify(request.body)}`;
  return context.store.transaction(() => {
    const kept = context.procedures.answerBefore(context, key);
    if (kept === null) {
      const body = work();
      countExecution(context, key);
      keepAnswer(context, key, { request: sent, status: 201, body: JSON.stringify(body) });
      return body;
    }
    if (!context.rules.isSameRequest(kept.request, sent)) {
      throw new Refusal({
        status: 409,
        field: 'idempotency-key',
        message: 'Found the key on another request.',
      });
    }
    // Written above by the same route, whose answers have this shape.
    return JSON.parse(kept.body) as Body;
  });
}

export function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  return typeof header === 'string' && header !== '' ? header : null;
}
