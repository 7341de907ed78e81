import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Engine } from '../engine.ts';
import { beginWrite, endWrite, findWrite, type WriteMark, wasExecuted } from '../store/writes.ts';
import { idempotencyKey } from './answer-once.ts';
import type { SandboxApp } from './app.ts';
import { keyText } from './schemas.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The request in the register of writes; null for one without a key. */
    write: WriteMark | null;
  }
  interface FastifyContextConfig {
    /** The route counts its work in the transaction that does it, or in one at its very end. */
    counted?: boolean;
  }
}

/** What became of a request, for whoever lost its answer: looked up by its key, also after its tenant is gone. */
export function writeRoutes(app: SandboxApp, engine: Engine): void {
  app.decorateRequest('write', null);
  /** What this process is still working on. */
  const underWay = new Set<string>();
  app.addHook('preHandler', async (request) => {
    const key = request.method === 'GET' ? null : idempotencyKey(request);
    const runId = key === null ? null : runOf(request);
    if (key === null || runId === null) return;
    request.write = { runId, key };
    underWay.add(markText(request.write));
    beginWrite(engine.store, request.write, request.routeOptions.config.counted === true);
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.write === null) return;
    endWrite(engine.store, request.write, reply.statusCode);
    underWay.delete(markText(request.write));
  });
  app.get(
    '/v1/writes',
    {
      config: { open: true },
      schema: {
        querystring: z.strictObject({ runId: keyText, key: z.string().min(1).max(1_000) }),
        response: {
          200: z.object({ outcome: z.enum(['done', 'not-done', 'unknown']), status: z.int().nullable() }),
        },
      },
    },
    async ({ query }) =>
      underWay.has(markText(query)) ? { outcome: 'unknown' as const, status: null } : lookUp(engine, query),
  );
}

function markText({ runId, key }: WriteMark): string {
  return `${runId} ${key}`;
}

function lookUp({ store }: Engine, mark: WriteMark) {
  const kept = findWrite(store, mark);
  if (kept === null) return { outcome: 'not-done' as const, status: null };
  if (wasExecuted(store, mark.key)) return { outcome: 'done' as const, status: kept.status };
  const { status, isCounted } = kept;
  // The process that worked on it died. What counts its work at its end did not come to it without the count.
  if (status === null) return { outcome: isCounted ? ('not-done' as const) : ('unknown' as const), status };
  if (status >= 500) return { outcome: 'unknown' as const, status };
  return { outcome: status < 300 ? ('done' as const) : ('not-done' as const), status };
}

/** Of the tenant, or named by the few routes that belong to none. */
function runOf(request: FastifyRequest): string | null {
  if (request.tenantId !== '') return request.runId;
  const { runId = null } = {
    ...(request.query as { readonly runId?: string } | null),
    ...(request.body as { readonly runId?: string } | null),
  };
  return runId;
}
