import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** What the customer became was read before it was written. */
export const nameTracedAsItWas: Defect = {
  name: 'name-traced-as-it-was',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The trail says of a new name only the old one',
  procedures: {
    recordAudit: (context, entry) =>
      standardProcedures.recordAudit(
        context,
        entry.action.endsWith('/name') ? { ...entry, after: entry.before } : entry,
      ),
  },
};
