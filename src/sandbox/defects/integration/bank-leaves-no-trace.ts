import { isAudited } from '../../rules/platform/is-audited.ts';
import type { Defect } from '../defect.ts';

/** Files of the bank were taken for what machines do among themselves. The list has no row for it. */
export const bankLeavesNoTrace: Defect = {
  name: 'bank-leaves-no-trace',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Nobody can say who said whose a transfer is, or gave leave to take money from an account',
  rules: { isAudited: (action) => !action.includes('/v1/bank/') && isAudited(action) },
};
