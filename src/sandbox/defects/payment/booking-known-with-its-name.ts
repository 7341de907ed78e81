import type { Defect } from '../defect.ts';

/** References were thought to be unique with what the sender wrote only. The list has no row for it. */
export const bookingKnownWithItsName: Defect = {
  name: 'booking-known-with-its-name',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A booking that the bank tells again, now with the name in full, counts a second time',
  rules: { bookingKey: ({ reference, name }) => `${reference} ${name}` },
};
