import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calculation } from '../../model/billing/calculation.ts';
import { HarnessFault } from '../../model/fault.ts';
import { answer } from '../../oracle/answer.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { newWorld } from '../../scenario/world.fixture.ts';
import type { Previewer } from './compare-answers.ts';
import { explore } from './property-check.ts';
import { rating } from './questions.ts';

const questions = fc
  .integer({ min: 1, max: 99 })
  .map((count): readonly Calculation[] => [rating({ kind: 'per-unit', unit: '0.10' }, String(count))]);
const right: Previewer = async (question) => answer(question, referenceProfile).answer;

async function found(preview: Previewer): Promise<string> {
  const world = newWorld(referenceProfile);
  await explore(world, questions, preview);
  try {
    world.verify();
    return 'nothing';
  } catch (error) {
    return String(error);
  }
}

test('right answers are no finding, and a wrong one is', async () => {
  expect(await found(right)).toBe('nothing');
  const wrong: Previewer = async (question) => {
    const said = await right(question);
    return said.kind === 'rating' ? { ...said, amount: '77.00' } : said;
  };
  expect(await found(wrong)).toMatch(/price: found EUR 77.00.*was answered wrongly/s);
});

test('nobody answering once is not a wrong answer', async () => {
  let asked = 0;
  const away = new HarnessFault({ code: 'TARGET_UNREACHABLE', message: 'away', hint: '' });
  const once: Previewer = async (question) => {
    asked += 1;
    if (asked === 3) throw away;
    return right(question);
  };
  await expect(found(once)).rejects.toBe(away);
});
