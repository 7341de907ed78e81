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
