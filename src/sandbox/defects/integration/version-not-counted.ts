import { Refusal } from '../../refusal.ts';
import { customerVersion, writeCustomerName } from '../../store/customer-versions.ts';
import type { Defect } from '../defect.ts';

/** The version was compared and not counted on. The list has no row for it. */
export const versionNotCounted: Defect = {
  name: 'version-not-counted',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Two changes of one version at one instant both come through',
  procedures: {
    renameCustomer: (context, { customerId, name, version }) => {
      const stored = customerVersion(context, customerId);
      if (version < stored)
        throw new Refusal({ status: 409, field: 'version', message: 'Found an older version.' });
      writeCustomerName(context, { id: customerId, name, version: stored });
      return stored + 1;
    },
  },
};
