import { standardProcedures } from '../../procedures/index.ts';
import { countOf } from '../../store/columns.ts';
import type { Defect } from '../defect.ts';

/** The cache of answers was as large as anybody had time to wait for. */
export const keysOfLastTwoHundredKept: Defect = {
  name: 'keys-of-last-two-hundred-kept',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'billed-twice',
  severity: 'major',
  title: 'A request that is repeated after two hundred others is carried out again',
  procedures: {
    answerBefore: (context, key) => {
      const later = context.store.first(
        `SELECT count(*) AS later FROM answers WHERE tenant = ?
         AND rowid > (SELECT rowid FROM answers WHERE tenant = ? AND key = ?)`,
        context.tenantId,
        context.tenantId,
        key,
      );
      const isForgotten = later !== null && countOf(later, 'later') >= 200;
      return isForgotten ? null : standardProcedures.answerBefore(context, key);
    },
  },
};
