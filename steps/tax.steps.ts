import { step } from './step.ts';

step(
  'the tax rate in {country} is {percent} from {date}',
  { role: 'state', needs: ['tax'], help: 'For supplies to customers there, from that day on.' },
  (story, [country, ratePercent, from]) => {
    story.customers.addTaxRate({ country, ratePercent, from });
  },
);

step(
  '{invoice} charges tax of {money}',
  { role: 'observation', needs: ['tax'], help: 'The tax of the whole invoice.' },
  async (story, [invoice, tax]) => {
    await story.invoices.expectTax(invoice, tax);
  },
);
