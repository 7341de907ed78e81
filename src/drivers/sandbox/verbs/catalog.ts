import type { CatalogVerbs } from '../../../target/verbs/catalog.ts';
import type { SandboxCalls } from '../calls.ts';

export function catalogVerbs(calls: SandboxCalls): CatalogVerbs {
  return {
    publish: async (version) => {
      await calls.post('catalog.publish', '/v1/plans', version);
    },
  };
}
