import { addDays } from '../../model/date.ts';
import { couponOf, percentOff } from '../coupons.ts';
import { type AccountLife, done, keyOf } from './account-act.ts';

/** Beside those that he has: for all that is billed to him, or for one charge, for one bill or for all to come. */
export async function anotherCoupon(life: AccountLife): Promise<boolean> {
  const { faker, contract } = life;
  const { session, customerId } = contract;
  const code = keyOf(life);
  const coupon = couponOf(code, percentOff(faker.helpers.arrayElement(['10', '33.3', '2.5'])), {
    invoicesMax: faker.helpers.arrayElement([null, 1, 2]),
  });
  await session.createCoupon(coupon);
  return done(life, session.redeemCoupon({ key: code, customerId, code, subscriptionId: null }));
}

/** From tomorrow on. */
export async function anotherTaxRate(life: AccountLife): Promise<boolean> {
  const { session } = life.contract;
  const ratePercent = life.faker.helpers.arrayElement(['19', '7.7', '0', '8.875']);
  const from = addDays(await session.today(), 1);
  return done(life, session.setTaxRate({ country: life.country, ratePercent, from }));
}
