import { z } from 'zod';
import type { Engine } from '../engine.ts';
import type { SandboxApp } from './app.ts';

/** The work of the whole database: whoever measures does nothing else meanwhile, or looks at one tenant's share. */
export function effortRoutes(app: SandboxApp, engine: Engine): void {
  app.get(
    '/v1/effort',
    { schema: { response: { 200: z.object({ rowsRead: z.int() }) } } },
    async (request) => ({ rowsRead: engine.store.rowsReadFor(request.tenantId) }),
  );
}
