import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import { type DocumentQuestion, type Figure, figureOn, type ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { timingOf } from '../fields/timing-field.ts';
import { credited, dayFigure, prorationOf, shareAsDays } from '../proration/proration-figures.ts';

interface UnusedShare {
  readonly net: ProrationQuestion;
  /** The credit note over the net amount. */
  readonly note: DocumentQuestion;
  /** The invoice that was paid. */
  readonly invoice: DocumentQuestion;
}

/** What goes back for the unused share of a prepaid amount: the net share, and tax on that as on any document. */
export const unusedShareReader: CaseReader = {
  name: 'credit for the unused share',
  readsSteps: true,
  fits: (open) => open.given.hasAll('amount', 'unused'),
  read(open) {
    const rules = rulesOf(open);
    if (!rules.has('roundAt'))
      throw new Inexpressible('a credit note whose rounding the case does not state');
    if (roundingPointOf(open, rules) !== 'line')
      throw new Inexpressible('a credit note rounded only as a whole');
    acceptRules(rules, { prorationUnit: ['day'] });
    refuseOtherSteps(open);
    return claimsFor(open.expect, [{ name: null, value: readShare(open) }], shareFigure);
  },
};

function shareFigure({ net, note, invoice }: UnusedShare, key: string, expected: string): Figure | null {
  if (['net', 'creditNoteNet', 'credit'].includes(key)) return credited(net, expected);
  if (['tax', 'creditNoteTax'].includes(key)) return figureOn(note, note.currency, ({ tax }) => tax);
  if (['total', 'creditNote'].includes(key))
    return figureOn(note, note.currency, (answered) => answered.total);
  if (key === 'invoiceTax') return figureOn(invoice, note.currency, ({ tax }) => tax);
  if (key === 'invoiceTotal') return figureOn(invoice, note.currency, (answered) => answered.total);
  return dayFigure(net, key);
}

function readShare(open: OpenCase): UnusedShare {
  const { given } = open;
  const currency = given.text('currency');
  if (timingOf(given, 'advance') !== 'advance') throw new Inexpressible('a credit for what was not prepaid');
  const net = prorationOf(
    currency,
    given.decimal('amount'),
    shareAsDays(given.text('unused'), 'given.unused'),
  );
  const rates = given.has('taxes')
    ? given.objects('taxes').map((tax) => fractionOf(tax.decimal('ratePercent')))
    : [];
  // The tax is asked for on the right net amount, so that a wrong net is told apart from a wrong tax.
  const right = answer(net, referenceProfile).answer;
  const line = { net: right.kind === 'proration' ? right.amount : '0', taxPercent: plainText(total(rates)) };
  const paid = { net: given.decimal('amount'), taxPercent: line.taxPercent };
  const invoice = {
    kind: 'document',
    currency,
    lines: [paid],
    discounts: [],
    roundingPoint: 'line',
  } as const;
  return {
    net,
    invoice,
    note: { kind: 'document', currency, lines: [line], discounts: [], roundingPoint: 'line' },
  };
}

function refuseOtherSteps(open: OpenCase): void {
  const other = open.steps.find(({ verb }) => !/^(pay|terminate|cancel|credit|bill)/.test(verb));
  const ends = open.steps.filter(({ verb }) => /^(terminate|cancel|credit)/.test(verb));
  if (ends.length > 1 || ends.some(waitsForPeriodEnd))
    throw new Inexpressible('an unused share of what does not end once and at once');
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" with an unused share`);
}
