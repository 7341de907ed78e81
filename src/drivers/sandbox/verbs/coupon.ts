import { z } from 'zod';
import type { CouponVerbs } from '../../../target/verbs/coupon.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';

const redemptionAnswer = z.object({ redemptionId: z.string() });

export function couponVerbs(calls: SandboxCalls): CouponVerbs {
  return {
    createCoupon: async (coupon) => {
      await calls.post('coupon.create', '/v1/coupons', coupon);
    },
    redeemCoupon: async ({ key, customerId, code, subscriptionId }) => {
      const operation = 'coupon.redeem';
      const answer = await calls.client.write({
        operation,
        method: 'POST',
        path: `${customerPath(customerId)}/coupons`,
        body: { code, subscriptionId },
        idempotencyKey: `${calls.world.keyPrefix}${operation}/${key}`,
      });
      return readAnswer(operation, redemptionAnswer, answer).redemptionId;
    },
  };
}
