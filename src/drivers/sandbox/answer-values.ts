import { z } from 'zod';
import { isCurrency } from '../../model/currency.ts';
import { localDate } from '../../model/date.ts';
import { moneyAmount, parseMoney } from '../../model/money.ts';

/** Reads a text by one of our own parsers, whose refusal is then an issue with its place in the answer. */
function readBy<Input extends z.ZodType, Value>(input: Input, parse: (value: z.output<Input>) => Value) {
  return input.transform((value, context): Value => {
    try {
      return parse(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });
}

/** As ISO 4217 writes it; "eur" is none. */
export const currency = z.string().refine(isCurrency, 'expected a currency of ISO 4217 in capital letters');

export const day = readBy(z.string(), localDate);
export const period = z.object({ from: day, to: day });

/** Exactly as many digits as the currency has: "1.0", "1.005", "1e2", "+1.00" and "-0.00" are no amounts of euros. */
export const money = readBy(
  z.object({ amount: z.string(), currency: z.string() }),
  ({ amount, currency }) => {
    const read = parseMoney(amount, currency);
    if (moneyAmount(read) === amount) return read;
    throw new RangeError(
      `found ${JSON.stringify(amount)}, expected an amount of ${currency} written as ${moneyAmount(read)}`,
    );
  },
);

/** A number as text, exact: no exponent, no sign but minus, no zeros in front, no negative zero. */
export const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'expected a plain decimal number')
  .refine((text) => !/^-0(\.0+)?$/.test(text), 'found negative zero');
