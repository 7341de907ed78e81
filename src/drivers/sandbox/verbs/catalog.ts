import type { CatalogVerbs } from '../../../target/verbs/catalog.ts';
import type { SandboxCalls } from '../calls.ts';

export function catalogVerbs(calls: SandboxCalls): CatalogVerbs {
  return {
    publish: async (version) => {
      await calls.post('catalog.publish', '/v1/plans', version);
    },
    setTaxRate: async (rate) => {
      await calls.post('tax.set', '/v1/tax-rates', rate);
    },
  };
}
