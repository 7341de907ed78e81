import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { canonicalDecimal, type Decimal, isDecimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';
import { type Money, parseMoney } from '../../model/money.ts';
import { answer } from '../../oracle/answer.ts';
import type { World } from '../../scenario/world.ts';
import { describeQuestion } from './describe-question.ts';

export type Previewer = (calculation: Calculation) => Promise<CalculationAnswer>;

/** Asks target and oracle the same, keeps the oracle's trail, and compares all that both say. */
export async function comparePreview(world: World, question: Calculation, preview: Previewer): Promise<void> {
  const right = answer(question, world.profile);
  world.trail(describeQuestion(question), right.trail);
  compareAnswers(world, { question, expected: right.answer, actual: await preview(question) });
}

interface Compared {
  readonly question: Calculation;
  readonly expected: CalculationAnswer;
  readonly actual: CalculationAnswer;
}

function compareAnswers(world: World, { question, expected, actual }: Compared): void {
  const what = describeQuestion(question);
  if (expected.kind !== actual.kind) {
    world.expectThat(false, `Found an answer of kind ${actual.kind} to ${what}, expected ${expected.kind}.`);
    return;
  }
  const currency = 'currency' in question ? question.currency : '';
  // Both answers are of the kind under which the comparer is listed.
  const compare = comparers[expected.kind] as Comparer<CalculationAnswer['kind']>;
  compare({ world, what, currency, question }, expected, actual);
}

type AnswerOf<Kind> = Extract<CalculationAnswer, { kind: Kind }>;
type Comparer<Kind> = (asked: Asked, expected: AnswerOf<Kind>, actual: AnswerOf<Kind>) => void;

const comparers: { readonly [Kind in CalculationAnswer['kind']]: Comparer<Kind> } = {
  rating: compareRating,
  document: compareDocument,
  proration: compareProration,
  metering: compareMetering,
  'hourly-commitment': (asked, expected, actual) => {
    expectAsMany(asked, 'windows', [expected.windows, actual.windows]);
    expected.windows.forEach((amount, index) => {
      expectAmount(asked, `price of window ${index + 1}`, [amount, actual.windows[index] ?? 'nothing']);
    });
    expectAmount(asked, 'price of all windows', [expected.total, actual.total]);
  },
  'interim-bills': (asked, expected, actual) => {
    const { world, what } = asked;
    world.expectEqual(
      `bills ahead of the end, ${what}`,
      expected.interims.map(plain),
      actual.interims.map(plain),
    );
    expectAmount(asked, 'billed ahead of the end', [expected.credits, actual.credits]);
    expectAmount(asked, 'last bill', [expected.final, actual.final]);
  },
  recognition: compareRecognition,
  account: ({ world, what }, expected, actual) => {
    world.expectEqual(`account after each step, ${what}`, expected.steps, actual.steps);
  },
  dunning: ({ world, what }, expected, actual) => {
    world.expectEqual(`dunning, ${what}`, expected, actual);
  },
  tax: (asked, expected, actual) => {
    for (const figure of ['tax', 'total'] as const)
      expectAmount(asked, figure, [expected[figure], actual[figure]]);
    const shown = ({ lines }: typeof expected) =>
      lines.map((line) => [plain(line.tax), plain(line.ratePercent), line.treatment]);
    asked.world.expectEqual(`tax of each line of ${asked.what}`, shown(expected), shown(actual));
  },
  'coupon-series': (asked, expected, actual) => {
    expectAsMany(asked, 'invoices', [expected.invoices, actual.invoices]);
    for (const [index, invoice] of expected.invoices.entries()) {
      const { discount = '0', total = '0' } = actual.invoices[index] ?? {};
      expectAmount(asked, `discount of invoice ${index + 1}`, [invoice.discount, discount]);
      expectAmount(asked, `total of invoice ${index + 1}`, [invoice.total, total]);
    }
  },
  'credited-document': (asked, expected, actual) => {
    for (const figure of ['discount', 'credits', 'total'] as const)
      expectAmount(asked, figure, [expected[figure], actual[figure]]);
  },
  'credit-notes': (asked, expected, actual) => {
    for (const figure of ['invoiceTax', 'invoiceTotal', 'sum'] as const)
      expectAmount(asked, figure, [expected[figure], actual[figure]]);
    expectAsMany(asked, 'notes', [expected.notes, actual.notes]);
    for (const [index, note] of expected.notes.entries()) {
      const { net = '0', tax = '0', total = '0' } = actual.notes[index] ?? {};
      expectAmount(asked, `net of note ${index + 1}`, [note.net, net]);
      expectAmount(asked, `tax of note ${index + 1}`, [note.tax, tax]);
      expectAmount(asked, `total of note ${index + 1}`, [note.total, total]);
    }
  },
  void: (asked, expected, actual) => {
    for (const figure of ['funded', 'givenBack', 'givenBackInAll', 'forgone'] as const)
      expectAmount(asked, figure, [expected[figure], actual[figure]]);
  },
  postings: (asked, expected, actual) => {
    const { world, what } = asked;
    expectAsMany(asked, 'steps', [expected.steps, actual.steps]);
    world.expectEqual(`postings of the invoice, ${what}`, inOrder(expected.invoice), inOrder(actual.invoice));
    for (const [index, step] of expected.steps.entries())
      world.expectEqual(
        `postings of step ${index + 1}, ${what}`,
        inOrder(step),
        inOrder(actual.steps[index] ?? []),
      );
  },
  conversion: (asked, expected, actual) => {
    const currency = asked.question.kind === 'conversion' ? asked.question.to : asked.currency;
    expectAmount({ ...asked, currency }, 'converted amount', [expected.amount, actual.amount]);
    asked.world.expectEqual(
      `rate of ${asked.what}`,
      [plain(expected.rate), expected.rateOn],
      [plain(actual.rate), actual.rateOn],
    );
  },
  wallet: (asked, expected, actual) => {
    const { world, what } = asked;
    expectAsMany(asked, 'steps', [expected.steps, actual.steps]);
    for (const [index, step] of expected.steps.entries())
      world.expectEqual(`step ${index + 1} of ${what}`, step, actual.steps[index]);
  },
  periods: ({ world, what }, expected, actual) => {
    world.expectEqual(`periods ${what}`, expected.periods, actual.periods);
  },
};

/** Whichever side of a posting stands first. */
function inOrder(sides: Extract<CalculationAnswer, { kind: 'postings' }>['invoice']): readonly string[] {
  return sides.map(({ account, side, amount }) => `${account} ${side} ${plain(amount)}`).sort();
}

interface Asked {
  readonly world: World;
  readonly what: string;
  readonly currency: CurrencyCode;
  readonly question: Calculation;
}

/** A part that is missing would else pass for one of nothing, and one too many would not be seen. */
function expectAsMany(
  asked: Asked,
  parts: string,
  [expected, actual]: readonly (readonly unknown[])[],
): void {
  asked.world.expectEqual(`${parts} of ${asked.what}`, expected?.length, actual?.length);
}

type Rating = Extract<CalculationAnswer, { kind: 'rating' }>;
type Proration = Extract<CalculationAnswer, { kind: 'proration' }>;
type Metering = Extract<CalculationAnswer, { kind: 'metering' }>;
type Recognition = Extract<CalculationAnswer, { kind: 'recognition' }>;
type Document = Extract<CalculationAnswer, { kind: 'document' }>;

function compareProration(asked: Asked, expected: Proration, actual: Proration): void {
  const { world, what } = asked;
  expectAmount(asked, 'prorated amount', [expected.amount, actual.amount]);
  world.expectEqual(`days of ${what}`, expected.days, actual.days);
  world.expectEqual(`days in the whole period of ${what}`, expected.ofDays, actual.ofDays);
}

function compareRecognition(asked: Asked, expected: Recognition, actual: Recognition): void {
  const months = (answer: Recognition) => answer.months.map(({ month }) => month);
  asked.world.expectEqual(`months of ${asked.what}`, months(expected), months(actual));
  for (const { month, revenue } of expected.months) {
    const found = actual.months.find((each) => each.month === month);
    if (found !== undefined) expectAmount(asked, `revenue of ${month.slice(0, 7)}`, [revenue, found.revenue]);
  }
}

function compareRating(asked: Asked, expected: Rating, actual: Rating): void {
  const { world, what } = asked;
  expectAmount(asked, 'price', [expected.amount, actual.amount]);
  expectAmount(asked, 'addition to the minimum', [expected.trueUp, actual.trueUp]);
  expectAmount(asked, 'reduction to the maximum', [expected.capDiscount, actual.capDiscount]);
  if (actual.unrounded !== null && expected.unrounded !== null) {
    world.expectEqual(`exact price of ${what}`, plain(expected.unrounded), plain(actual.unrounded));
  }
  world.expectEqual(`price of each tier, ${what}`, expected.perTier.map(plain), actual.perTier.map(plain));
}

function compareDocument(asked: Asked, expected: Document, actual: Document): void {
  const isRounded = asked.question.kind === 'document' && asked.question.roundingPoint !== 'none';
  for (const figure of ['subtotal', 'discount', 'tax', 'total'] as const) {
    if (isRounded) expectAmount(asked, figure, [expected[figure], actual[figure]]);
    else
      asked.world.expectEqual(`${figure} of ${asked.what}`, plain(expected[figure]), plain(actual[figure]));
  }
  asked.world.expectEqual(
    `figures of each line of ${asked.what}`,
    expected.lines.map(plainLine),
    actual.lines.map(plainLine),
  );
}

function compareMetering(asked: Asked, expected: Metering, actual: Metering): void {
  const { world, what } = asked;
  const quantities = (answer: Metering) => answer.periods.map(({ quantity }) => plain(quantity));
  world.expectEqual(`quantity of each period, ${what}`, quantities(expected), quantities(actual));
  for (const [index, { amount }] of expected.periods.entries()) {
    const found = actual.periods[index]?.amount ?? 'nothing';
    expectAmount(asked, `price of period ${index + 1}`, [amount, found]);
  }
}

function plainLine({ net, discount, tax }: Document['lines'][number]): readonly string[] {
  return [plain(net), plain(discount), plain(tax)];
}

/** Records the difference as money. An amount that the currency cannot hold is a finding of its own. */
export function expectAmount(
  asked: Omit<Asked, 'question'>,
  measure: string,
  figures: readonly [Decimal, Decimal],
): void {
  const { world, what, currency } = asked;
  const [expected, actual] = figures;
  const found = asMoney(actual, currency);
  if (found === null) {
    world.expectThat(false, `${measure}: found "${actual}", expected an amount of ${currency}: ${what}.`);
    return;
  }
  world.expectMoney({
    measure,
    expected: parseMoney(expected, currency),
    actual: found,
    nature: 'charge',
    explanation: `Asked: ${what}.`,
  });
}

function asMoney(text: string, currency: CurrencyCode): Money | null {
  try {
    return parseMoney(text, currency);
  } catch (error) {
    if (error instanceof HarnessFault) return null;
    throw error;
  }
}

function plain(text: string): string {
  return isDecimal(text) ? canonicalDecimal(text) : text;
}
