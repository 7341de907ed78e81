import { expect, test } from 'vitest';
import { standsAlone } from './stands-alone.ts';

test.each([
  ['50.00 EUR', 'Total 50.00 EUR, due'],
  ['EUR 50.00', 'EUR 50.00.'],
  ['EUR 50.00', '(EUR 50.00)'],
  ['EUR -50.00', 'Credit EUR -50.00'],
  ['INV-1', 'Invoice INV-1 of May'],
])('%s stands in %s', (figure, text) => {
  expect(standsAlone(figure, text)).toBe(true);
});

test.each([
  ['50.00 EUR', 'Total 150.00 EUR'],
  ['50.00 EUR', 'Total 1,350.00 EUR'],
  ['50.00 EUR', 'Total -50.00 EUR'],
  ['EUR 1.23', 'EUR 1.234'],
  ['JPY 1', 'JPY 1,000'],
  ['INV-1', 'Invoice INV-12'],
])('%s does not stand in %s', (figure, text) => {
  expect(standsAlone(figure, text)).toBe(false);
});
