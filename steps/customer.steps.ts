import { step } from './step.ts';

step(
  'the customer {customer} of the cast',
  { role: 'state', needs: [], help: 'One of the named customers, with country, currency and time zone.' },
  (story, [customer]) => {
    story.customers.addFromCast(customer);
  },
);

step(
  'a customer {customer} in {country} paying in {currency}',
  { role: 'state', needs: [], help: 'A customer; the time zone is that of the capital.' },
  (story, [customer, country, currency]) => {
    story.customers.add(customer, country, currency);
  },
);

step(
  '{customer} keeps the time of {zone}',
  {
    role: 'state',
    needs: [],
    help: 'Days of the customer begin at midnight of that zone, such as "Asia/Kolkata".',
  },
  (story, [customer, zone]) => {
    story.customers.keepTime(customer, zone);
  },
);
