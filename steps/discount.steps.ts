import { moneyOffCoupon, percentOff } from '../src/scenario/coupons.ts';
import { step } from './step.ts';

step(
  'the coupon {coupon} gives {percent} off',
  { role: 'state', needs: ['discount'], help: 'Off every invoice of whoever redeems it, before tax.' },
  (story, [coupon, percent]) => {
    story.coupons.add(coupon, percent);
  },
);

step(
  '{customer} redeems {coupon} on {date}',
  { role: 'event', needs: ['discount'], help: 'From that day on.' },
  async (story, [customer, coupon, date]) => {
    await story.coupons.redeem(customer, coupon, date);
  },
);

step(
  '{invoice} is reduced by {money}',
  { role: 'observation', needs: ['discount'], help: 'The discount of the whole invoice, before tax.' },
  async (story, [invoice, discount]) => {
    await story.invoices.expectDiscount(invoice, discount);
  },
);

step(
  'the coupon {coupon} gives {money} off',
  {
    role: 'state',
    needs: ['coupon'],
    help: 'Off every invoice of whoever redeems it, before tax, and never more than it costs.',
  },
  (story, [coupon, amount]) => {
    story.coupons.addLimited(coupon, moneyOffCoupon(amount), {});
  },
);

step(
  'the coupon {coupon} gives {percent} off {int} invoice(s)',
  {
    role: 'state',
    needs: ['coupon', 'coupon.limits'],
    help: 'An invoice on which there is nothing to reduce does not count.',
  },
  (story, [coupon, percent, invoicesMax]) => {
    story.coupons.addLimited(coupon, percentOff(percent), { invoicesMax });
  },
);

step(
  'the coupon {coupon} gives {percent} off until {date}',
  { role: 'state', needs: ['coupon', 'coupon.limits'], help: 'Invoices of that day are still reduced.' },
  (story, [coupon, percent, validUntil]) => {
    story.coupons.addLimited(coupon, percentOff(percent), { validUntil });
  },
);
