import { minorUnitDigits } from '../../model/currency.ts';
import { fractionOf, percentOf, plus } from '../arithmetic/fraction.ts';
import type { Context } from '../engine.ts';

/** What wallets may settle of each line, with the tax as it was before anybody rounded it. */
export const partsWithExactTax: Context['procedures']['settleableParts'] = (_context, invoice) =>
  invoice.lines.map((line) => {
    const net = fractionOf(line.net - line.discount, 10n ** BigInt(minorUnitDigits(invoice.currency)));
    return { charge: line.charge, amount: plus(net, percentOf(net, line.taxPercent)) };
  });
