import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentDiscount, DocumentLine } from '../../model/billing/document-line.ts';
import type { RoundingPoint } from '../../model/billing/policy-profile.ts';
import { addDecimals, compareDecimals, decimalFrom } from '../../model/decimal.ts';
import { answer } from '../answer.ts';
import { referenceProfile } from '../reference-profile.ts';

const net = fc.integer({ min: 0, max: 99_999_99 }).map((digits) => decimalFrom(BigInt(digits), 3));
const percent = fc.integer({ min: 0, max: 30_000 }).map((digits) => decimalFrom(BigInt(digits), 3));
const lines = fc.array(fc.record({ net, taxPercent: percent }), { minLength: 1, maxLength: 8 });

function document(
  of: readonly DocumentLine[],
  discounts: readonly DocumentDiscount[],
  roundingPoint: RoundingPoint = 'line',
) {
  const asked = { kind: 'document', currency: 'EUR', lines: of, discounts, roundingPoint } as const;
  const found = answer(asked, referenceProfile).answer;
  if (found.kind !== 'document') throw new Error('not a document');
  return found;
}

test('a fixed discount is shared out to the cent and never exceeds what is there', () => {
  fc.assert(
    fc.property(lines, net, (of, amount) => {
      const rounded = decimalFrom(BigInt(amount.replace('.', '')) / 10n, 2);
      const found = document(of, [{ kind: 'amount', amount: rounded, lines: null }]);
      const cap = compareDecimals(rounded, found.subtotal) < 0 ? rounded : found.subtotal;
      expect(compareDecimals(found.discount, cap)).toBe(0);
      const shares = found.lines.map((line) => line.discount).reduce(addDecimals, '0');
      expect(compareDecimals(shares, found.discount)).toBe(0);
      for (const line of found.lines) expect(compareDecimals(line.discount, line.net)).toBeLessThanOrEqual(0);
    }),
  );
});

test('the order of lines changes no total of a document without fixed discounts', () => {
  fc.assert(
    fc.property(lines, percent, (of, off) => {
      fc.pre(compareDecimals(off, '100') <= 0);
      const discounts: readonly DocumentDiscount[] = [{ kind: 'percent', percent: off, lines: null }];
      const { lines: _a, ...forward } = document(of, discounts);
      const { lines: _b, ...backward } = document(of.toReversed(), discounts);
      expect(backward).toEqual(forward);
    }),
  );
});

test('a document is the sum of its lines', () => {
  fc.assert(
    fc.property(lines, (of) => {
      const found = document(of, [{ kind: 'percent', percent: '12.5', lines: null }]);
      for (const figure of ['discount', 'tax'] as const) {
        const sum = found.lines.map((line) => line[figure]).reduce(addDecimals, '0');
        expect(compareDecimals(sum, found[figure])).toBe(0);
      }
      const total = addDecimals(addDecimals(found.subtotal, `-${found.discount}`), found.tax);
      expect(compareDecimals(total, found.total)).toBe(0);
    }),
  );
});

test.for([
  ['line', '0.09'],
  ['invoice', '0.08'],
  ['none', '0.075'],
] as const)('25 %% on three lines of 0.10, rounded at %s, is %s', ([point, tax]) => {
  const of = Array.from({ length: 3 }, () => ({ net: '0.10', taxPercent: '25' }));
  expect(document(of, [], point).tax).toBe(tax);
});

test('discounts apply in their order, each to what the one before left', () => {
  const of = [{ net: '100.00', taxPercent: '20' }];
  const half: DocumentDiscount = { kind: 'percent', percent: '50', lines: null };
  const ten: DocumentDiscount = { kind: 'amount', amount: '10.00', lines: null };
  expect(document(of, [half, ten])).toMatchObject({ discount: '60.00', tax: '8.00', total: '48.00' });
  expect(document(of, [ten, half])).toMatchObject({ discount: '55.00', tax: '9.00', total: '54.00' });
});

test('where tax is on the price before discount, the discount lowers no tax', () => {
  const asked = {
    kind: 'document',
    currency: 'EUR',
    lines: [{ net: '100.00', taxPercent: '20' }],
    discounts: [{ kind: 'percent', percent: '10', lines: null }],
    roundingPoint: 'line',
  } as const;
  const found = answer(asked, { ...referenceProfile, taxBase: 'before-discount' }).answer;
  expect(found).toMatchObject({ discount: '10.00', tax: '20.00', total: '110.00' });
});

test('a discount on a line that is not there is refused', () => {
  expect(() =>
    document([{ net: '1', taxPercent: '0' }], [{ kind: 'amount', amount: '1', lines: [1] }]),
  ).toThrow(/line 1/);
});
