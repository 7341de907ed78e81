import type { ExportVerbs } from '../../../target/verbs/export.ts';
import type { SandboxCalls } from '../calls.ts';
import { readExport } from '../read-export.ts';

export function exportVerbs(calls: SandboxCalls): ExportVerbs {
  return {
    exported: async (kind) => {
      const call = { operation: `export.${kind}`, method: 'GET', path: `/v1/exports/${kind}` } as const;
      return readExport(kind, await calls.client.read({ ...call, answers: 'text' }));
    },
  };
}
