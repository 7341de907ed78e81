import { z } from 'zod';
import type { EffortVerbs } from '../../../target/verbs/effort.ts';
import type { SandboxCalls } from '../calls.ts';

const effortAnswer = z.object({ rowsRead: z.int() });

export function effortVerbs(calls: SandboxCalls): EffortVerbs {
  return {
    rowsRead: async () => (await calls.get('effort.read', '/v1/effort', effortAnswer)).rowsRead,
  };
}
