import type { CalculationAnswer } from '../../../../model/billing/calculation.ts';
import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import { answer } from '../../../../oracle/answer.ts';
import { compare, fractionOf } from '../../../../oracle/arithmetic/fraction.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { DocumentQuestion, Figure, ProrationQuestion, RatingQuestion } from '../../claim.ts';
import { Fields } from '../../fields.ts';
import { assumedHabits } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';
import { documentFigure } from './document-figures.ts';

type LineQuestion = RatingQuestion | ProrationQuestion;

/** A document whose lines are answers to questions of their own. */
export interface WorkedDocument {
  readonly lines: readonly LineQuestion[];
  /** With the right net amounts, so that a wrong line is told apart from a wrong tax. */
  readonly document: DocumentQuestion;
}

/** The lines with what the case states beside them: taxes, coupons, discounts. */
export function workedDocument(
  open: OpenCase,
  lines: readonly LineQuestion[],
  roundingPoint: RoundingPoint,
): WorkedDocument {
  const amounts = lines.map((line) => rightAmount(open, line));
  const scope = [new Fields({ lines: amounts }, 'given'), open.given];
  const [document] = readDocuments(open, roundingPoint, scope);
  if (document === undefined) throw new Inexpressible('lines without a document');
  return { lines, document: document.value };
}

/** A figure of the document, which shows the line that is wrong where one of them is. */
export function workedFigure(
  { lines, document }: WorkedDocument,
  key: string,
  expected: string,
): Figure | null {
  const figure = documentFigure(document, key, expected);
  if (figure === null) return null;
  return {
    ...figure,
    questions: [...lines, ...figure.questions],
    actual: (answers) =>
      wrongLine(document, answers.slice(0, lines.length)) ?? figure.actual(answers.slice(lines.length)),
  };
}

function wrongLine(document: DocumentQuestion, answers: readonly CalculationAnswer[]): string | null {
  for (const [index, { net }] of document.lines.entries()) {
    const found = answers[index];
    const amount = found?.kind === 'rating' || found?.kind === 'proration' ? found.amount : null;
    if (amount === null || compare(fractionOf(amount), fractionOf(net)) !== 0)
      return `${amount ?? 'nothing'} on line ${index + 1} instead of ${net}`;
  }
  return null;
}

function rightAmount(open: OpenCase, question: LineQuestion): string {
  const right = answer(question, { ...referenceProfile, ...assumedHabits(open) }).answer;
  if (right.kind === 'rating' || right.kind === 'proration') return right.amount;
  throw new Inexpressible('a line that cannot be reckoned');
}
