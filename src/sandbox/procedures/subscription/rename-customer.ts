import type { CustomerChange } from '../../engine/access-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal } from '../../refusal.ts';
import { customerVersion, writeCustomerName } from '../../store/customer-versions.ts';
import { customerById } from '../../store/customers.ts';

/** Reading the version and writing the next one is one step, so that of several who read the same only one comes through. */
export function renameCustomer(context: Context, change: CustomerChange): number {
  return context.store.transaction(() => {
    const { id } = customerById(context, change.customerId);
    const stored = customerVersion(context, id);
    if (!context.rules.mayOverwrite({ stored, read: change.version })) {
      const message = `Found version ${change.version}, expected ${stored}: somebody else changed the customer. Read it again.`;
      throw new Refusal({ status: 409, field: 'version', message });
    }
    writeCustomerName(context, { id, name: change.name, version: stored + 1 });
    return stored + 1;
  });
}
