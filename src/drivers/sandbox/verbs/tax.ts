import type { TaxVerbs } from '../../../target/verbs/tax.ts';
import type { SandboxCalls } from '../calls.ts';

export function taxVerbs(calls: SandboxCalls): TaxVerbs {
  return {
    setTaxRate: async (rate) => {
      await calls.post('tax.set', '/v1/tax-rates', rate);
    },
    deleteTaxRate: async ({ country, region = null, category = null, from }) => {
      await calls.post('tax.delete', '/v1/tax-rates/deletions', { country, region, category, from });
    },
    setSeller: async ({ country, region }) => {
      await calls.post('seller.set', '/v1/seller', { country, region });
    },
  };
}
