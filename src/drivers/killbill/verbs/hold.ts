import type { HoldVerbs } from '../../../target/verbs/hold.ts';
import { autoInvoicingOff } from '../end-world.ts';
import type { WorldState } from '../world-state.ts';
import { accountPath } from './customer.ts';

/** Kill Bill's own tag; when it goes, the server bills what waited. */
export function holdVerbs({ calls, clock }: WorldState): HoldVerbs {
  return {
    holdInvoices: async (customerId) => {
      await clock.takeTurn();
      const path = `${accountPath(customerId)}/tags`;
      await calls.write({ operation: 'invoice.hold', path, body: [autoInvoicingOff] });
      await clock.settle();
    },
    releaseInvoices: async (customerId) => {
      await clock.takeTurn();
      const path = `${accountPath(customerId)}/tags?${new URLSearchParams({ tagDef: autoInvoicingOff })}`;
      await calls.write({ operation: 'invoice.release', method: 'DELETE', path });
      await clock.settle();
    },
  };
}
