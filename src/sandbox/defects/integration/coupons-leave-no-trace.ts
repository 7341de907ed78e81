import { isAudited } from '../../rules/platform/is-audited.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponsLeaveNoTrace: Defect = {
  name: 'coupons-leave-no-trace',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Nobody can say who gave a customer a coupon',
  rules: { isAudited: (action) => !/coupon|redemption/.test(action) && isAudited(action) },
};
