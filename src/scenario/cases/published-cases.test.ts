import { describe, expect, test } from 'vitest';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { type CaseJudgement, judgeCase } from './judge-case.ts';
import { movedExpectations } from './moved-expectation.ts';
import { oracleAnswerer } from './oracle-answerer.ts';
import { type ReadCase, readPublished } from './read-case.ts';
import { shippedCases } from './shipped-cases.ts';

const cases = shippedCases();
const covered = cases.filter((read) => read.kind === 'expressible');
const others = cases.filter((read) => read.kind !== 'expressible');

function judge(read: ReadCase): Promise<CaseJudgement> {
  return judgeCase(read, oracleAnswerer(referenceProfile));
}

describe('published cases on the oracle', () => {
  test.for(covered)('$case.id $case.title: agreed', async (read) => {
    expect(await judge(read)).toMatchObject({ kind: 'agreed' });
  });

  test.for(covered)(
    '$case.id: any expectation moved by one in its last place turns it wrong',
    async (read) => {
      const moved = movedExpectations(read.case);
      expect(moved.length).toBeGreaterThan(0);
      const kept: string[] = [];
      for (const { path, case: changed } of moved) {
        const judgement = await judge(readPublished(changed));
        if (judgement.kind !== 'wrong') kept.push(`${path}: ${judgement.kind}`);
      }
      expect(kept).toEqual([]);
    },
  );

  test.for(covered)(
    '$case.id: an expectation that nobody understands keeps it from being agreed',
    async (read) => {
      const changed = { ...read.case, expect: { ...read.case.expect, somethingElse: '1.00' } };
      expect(await judge(readPublished(changed))).toMatchObject({
        kind: 'not-expressible',
        reason: expect.stringContaining('expect.somethingElse'),
      });
    },
  );

  test.for(covered)(
    '$case.id: a statement that nobody understands keeps it from being judged',
    async (read) => {
      const changed = { ...read.case, given: { ...read.case.given, somethingElse: '1.00' } };
      const judgement = await judge(readPublished(changed));
      expect(judgement.kind).not.toBe('agreed');
      expect(judgement.kind === 'agreed' ? '' : judgement.reason).toContain('somethingElse');
    },
  );

  test.for(covered)('$case.id: one more step that nobody heeds keeps it from being agreed', async (read) => {
    for (const step of ['change plan', 'pause', 'void', 'rate without tax']) {
      const when = [...read.case.when, { do: step, at: null, more: {} }];
      expect((await judge(readPublished({ ...read.case, when }))).kind).not.toBe('agreed');
    }
  });

  test('cases that no calculation can say are named with what is missing', () => {
    const reasons = others.map(
      (read) => `${read.case.id}: ${read.kind}: ${'reason' in read ? read.reason : ''}`,
    );
    expect(reasons.join('\n')).toMatchInlineSnapshot(`""`);
  });
});
