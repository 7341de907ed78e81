import { z } from 'zod';
import type { Engine } from '../engine.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { keyText } from './schemas.ts';

const params = z.strictObject({ customerId: keyText });

export function holdRoutes(app: SandboxApp, engine: Engine): void {
  const { holdInvoices, releaseInvoices } = engine.procedures;
  for (const [act, work] of [
    ['hold', holdInvoices],
    ['release', releaseInvoices],
  ] as const)
    app.post(`/v1/customers/:customerId/invoice-${act}`, { schema: { params } }, async (request, reply) => {
      work(contextOf(engine, request), request.params.customerId);
      return reply.code(201).send({});
    });
}
