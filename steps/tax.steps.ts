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

step(
  'a tax engine decides on {percent} of tax for every line',
  {
    role: 'state',
    needs: ['neighbour.tax-engine'],
    help: 'The system asks it before each invoice; no rates of its own count.',
  },
  (story, [ratePercent]) => {
    story.taxEngine.decide(ratePercent);
  },
);

step(
  'the tax engine is out of order',
  { role: 'event', needs: ['neighbour.tax-engine'], help: 'From now on it answers nothing.' },
  async (story) => {
    await story.clock.now();
    story.taxEngine.behave('away');
  },
);

step(
  'the tax engine works again',
  { role: 'event', needs: ['neighbour.tax-engine'], help: 'It answers what it is asked from now on.' },
  (story) => {
    story.taxEngine.behave('well');
  },
);
