import type { LedgerVerbs } from '../../../target/verbs/ledger.ts';
import { ledgerAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

export function ledgerVerbs(calls: SandboxCalls): LedgerVerbs {
  return {
    ledger: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      return (await calls.get('ledger.read', `/v1/ledger?${query}`, ledgerAnswer)).entries;
    },
  };
}
