import { z } from 'zod';
import { exportKinds } from '../../model/billing/export.ts';
import type { Engine } from '../engine.ts';
import { csvFile } from '../exports/csv-file.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';

export function exportRoutes(app: SandboxApp, engine: Engine): void {
  app.get(
    '/v1/exports/:kind',
    { schema: { params: z.strictObject({ kind: z.enum(exportKinds) }) } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const { kind } = request.params;
      const file = csvFile(context, kind, engine.procedures.exportRows(context, kind));
      return reply.type('text/csv; charset=utf-8').send(file);
    },
  );
}
