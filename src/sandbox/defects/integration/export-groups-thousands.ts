import { displayMoney } from '../../../model/money.ts';
import type { Defect } from '../defect.ts';

/** What people read was written where machines read. The list has no row for it. */
export const exportGroupsThousands: Defect = {
  name: 'export-groups-thousands',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The file writes 1,234.56 where 1234.56 is meant',
  rules: { exportedAmount: (money) => displayMoney(money).slice(4) },
};
