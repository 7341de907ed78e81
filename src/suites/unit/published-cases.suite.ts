import { describe } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import { canonicalDecimal, isDecimal } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import type { CheckTopic } from '../../model/observing/check.ts';
import { capabilitiesFor } from '../../scenario/cases/capabilities-for.ts';
import { habitsThatDiffer, judgeCase } from '../../scenario/cases/judge-case.ts';
import type { ReadCase } from '../../scenario/cases/read-case.ts';
import { shippedCases } from '../../scenario/cases/shipped-cases.ts';
import { check } from '../../scenario/check.ts';
import type { World } from '../../scenario/world.ts';
import { comparePreview, expectAmount, type Previewer } from './compare-answers.ts';

type Expressible = Extract<ReadCase, { kind: 'expressible' }>;

function questionsOf(read: Expressible): readonly Calculation[] {
  return read.claims.flatMap(({ questions }) => questions);
}

function topicOf(read: Expressible): CheckTopic {
  const [question] = questionsOf(read);
  switch (question?.kind) {
    case undefined:
    case 'rating':
      return 'rating';
    case 'conversion':
      return 'document';
    case 'document':
      if (question.discounts.length > 0) return 'discount';
      return question.lines.some(({ taxPercent }) => taxPercent !== '0') ? 'tax' : 'document';
    case 'proration':
      return 'proration';
    case 'hourly-commitment':
      return 'rating';
    case 'interim-bills':
    case 'metering':
      return 'usage';
    case 'account':
    case 'dunning':
      return 'payment';
    case 'tax':
      return 'tax';
    case 'coupon-series':
    case 'credited-document':
      return 'discount';
    case 'credit-notes':
    case 'void':
    case 'wallet':
      return 'credit';
    case 'periods':
      return 'calendar';
    case 'postings':
    case 'recognition':
      return 'ledger';
    default:
      return unreachable(question, 'calculation');
  }
}

async function judgeFigures(world: World, read: Expressible, preview: Previewer): Promise<void> {
  const judgement = await judgeCase(read, preview);
  const what = `${read.case.id}, ${read.case.title} (${read.case.source.repo})`;
  for (const { name, expected, actual, currency } of judgement.figures) {
    if (currency === null || !isDecimal(expected))
      world.expectEqual(`${name} of ${what}`, plain(expected), plain(actual));
    else expectAmount({ world, what, currency }, name, [expected, actual]);
  }
  if (judgement.kind === 'wrong') {
    world.expectThat(
      judgement.figures.some(({ agrees }) => !agrees),
      `${what}: ${judgement.reason}`,
    );
  }
  if (judgement.kind === 'not-expressible') await compareByOracle(world, read, preview);
}

/** Where the target's habits differ from the case's, or it does not show every figure, the question is still a good one. */
async function compareByOracle(world: World, read: Expressible, preview: Previewer): Promise<void> {
  for (const question of questionsOf(read)) await comparePreview(world, question, preview);
}

function plain(text: string): string {
  return text
    .split(', ')
    .map((part) => (isDecimal(part) ? canonicalDecimal(part) : part))
    .join(', ');
}

describe('Published cases', () => {
  for (const read of shippedCases()) {
    if (read.kind !== 'expressible') continue;
    const needs = [...new Set(questionsOf(read).flatMap(capabilitiesFor))];
    check(
      `${read.case.id} ${read.case.title}`,
      { topic: topicOf(read), needs, tags: ['@published'] },
      async (world) => {
        const session = await world.target();
        const preview: Previewer = (calculation) => session.preview(calculation);
        if (habitsThatDiffer(read, world.profile) === null) await judgeFigures(world, read, preview);
        else await compareByOracle(world, read, preview);
      },
    );
  }
});
