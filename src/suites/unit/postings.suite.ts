import { describe } from 'vitest';
import type { PostingStep, PostingsCalculation } from '../../model/billing/postings-calculation.ts';
import { previewCheck } from './preview-check.ts';
import { amountOff, documentOf, percentOff } from './questions.ts';

const taxed = documentOf(['100.00 @ 20', '33.33 @ 7']);
const lowered = documentOf(['100.00 @ 20', '33.33 @ 7'], [percentOff('12.5'), amountOff('5.00')]);
const inYen = documentOf(['1000 @ 10', '999 @ 10'], [amountOff('100')], { currency: 'JPY' });

function booksOf(
  { kind: _kind, ...document }: ReturnType<typeof documentOf>,
  steps: readonly PostingStep[],
): PostingsCalculation {
  return { ...document, kind: 'postings', steps };
}

describe('Postings', () => {
  previewCheck(
    'An invoice is owed, earned, taxed and discounted, and a payment takes the place of what is owed',
    {
      topic: 'ledger',
      questions: [taxed, lowered, inYen].flatMap((document) => [
        booksOf(document, []),
        booksOf(document, [{ kind: 'payment', amount: null }]),
        booksOf(document, [
          { kind: 'payment', amount: '10' },
          { kind: 'refund', amount: '4' },
          { kind: 'payment', amount: null },
        ]),
      ]),
      tags: ['@risk-high'],
    },
  );
  previewCheck(
    'A credit note takes back what was earned and taxed, and beyond what is due it is owed to the customer',
    {
      topic: 'ledger',
      questions: [taxed, lowered].flatMap((document) =>
        [null, '0', '100.00'].map((amount) =>
          booksOf(document, [
            { kind: 'payment', amount },
            { kind: 'credit-note', net: '50.00', tax: '10.00' },
          ]),
        ),
      ),
    },
  );
  previewCheck('What is given up is a loss, and owed no more', {
    topic: 'ledger',
    questions: [
      booksOf(taxed, [{ kind: 'write-off' }]),
      booksOf(lowered, [{ kind: 'payment', amount: '20.00' }, { kind: 'write-off' }]),
    ],
  });
  previewCheck(
    'A credit note on what was given up takes the loss back before anything is owed to the customer',
    {
      topic: 'ledger',
      questions: [taxed, lowered].flatMap((document) =>
        [
          { net: '20.00', tax: '4.00' },
          { net: '50.00', tax: '10.00' },
          { net: '0.01', tax: '0' },
        ].map((note) =>
          booksOf(document, [
            { kind: 'payment', amount: '88.00' },
            { kind: 'write-off' },
            { kind: 'credit-note', ...note },
            { kind: 'credit-note', net: '10.00', tax: '2.00' },
          ]),
        ),
      ),
    },
  );
});
