import { findAnswer } from '../../store/answers.ts';
import { textOf } from '../../store/columns.ts';
import type { Defect } from '../defect.ts';

/** After the kind of unkeyed/unkey#4091. */
export const requestKeysWithoutCase: Defect = {
  name: 'request-keys-without-case',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'Two requests whose keys differ in large and small letters only are one',
  procedures: {
    answerBefore: (context, key) => {
      const row = context.store.first(
        'SELECT key FROM answers WHERE tenant = ? AND lower(key) = lower(?)',
        context.tenantId,
        key,
      );
      return row === null ? null : findAnswer(context, textOf(row, 'key'));
    },
  },
};
