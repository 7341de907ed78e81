import type { HoldVerbs } from '../../../target/verbs/hold.ts';
import type { SandboxCalls } from '../calls.ts';
import { customerPath } from './customer.ts';

export function holdVerbs(calls: SandboxCalls): HoldVerbs {
  return {
    holdInvoices: async (customerId) => {
      await calls.post('invoice.hold', `${customerPath(customerId)}/invoice-hold`, {});
    },
    releaseInvoices: async (customerId) => {
      await calls.post('invoice.release', `${customerPath(customerId)}/invoice-release`, {});
    },
  };
}
