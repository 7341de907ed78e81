import { expect, test } from 'vitest';
import type { DefectResult, Ending } from '../../prove/result.ts';
import { proofLines, refusalLines } from './prove-table.ts';

function result(name: string, ending: Ending, more: Partial<DefectResult> = {}): DefectResult {
  const known = { row: 'RAT-01', family: 'RAT', effect: 'under-billed', severity: 'major' };
  const defect = {
    name,
    ...known,
    stage: 'rating',
    title: 'A tier is skipped when the quantity is exactly its bound',
    replaces: ['isWithinTier'],
  };
  return { defect, ending, broken: [], reachedBy: 12, seconds: 1.25, ...more };
}

const caught = {
  kind: 'caught',
  by: {
    phase: 'unit',
    check: 'unit-1',
    title:
      'Price models › A graduated price takes each part of the quantity at the price of its own tier, bounds included',
    way: 'memory',
    furtherSeed: null,
    detail: '',
  },
} as const satisfies Ending;
const unproven: Ending = {
  kind: 'unproven',
  why: 'The run over HTTP was not conclusive: the machine was too busy.',
};

const check = {
  id: 'unit-2',
  phase: 'unit',
  file: 'a.suite',
  titlePath: ['Fees', 'A fee is charged once'],
  topic: 'rating',
  tags: [],
  leftOut: null,
} as const;

const lines = proofLines(
  {
    results: [
      result('tier-bound-exclusive', caught),
      result(
        'fee-lost',
        { kind: 'missed' },
        { broken: [{ check: 'unit-2', detail: 'RangeError: no such line' }] },
      ),
      result('fee-\u001b[31mtwice', unproven),
    ],
    checks: [check, { ...check, id: 'uat-1', leftOut: 'no browser on this machine' }],
    seed: 7,
    toolPhases: [{ phase: 'performance', defects: 2 }],
    sample: {
      defects: [{ defect: 'tier-bound-exclusive', check: 'unit-1', ending: caught }],
      sound: { kind: 'missed' },
    },
    seconds: 61.4,
    kept: 'reports/proofs/abc',
  },
  80,
);

test('what caught a defect stands under it, MISSED where nothing did, with the checks that broke', () => {
  expect(lines[1]).toMatch(/^tier-bound-exclusive +RAT-01 +under-billed +1\.[23]$/);
  expect(lines[2]).toMatch(/^ {2}unit: A graduated price takes each part .*…$/);
  expect(lines[4]).toBe('  MISSED (by all 12 checks that come there): A tier is skipped when the quantit…');
  expect(lines[5]).toBe('  broke: A fee is charged once: RangeError: no such line');
  expect(lines.join('\n')).toMatch(/NOT PROVEN: The run over HTTP was not conclusive/);
});

test('what was played, how, and what was left out is said, and the last line counts', () => {
  const text = lines.join('\n').replaceAll('\n  ', ' ');
  expect(text).toMatch(/rating +1 of +3 caught/);
  expect(text).toMatch(/In memory: 1 checks, .* seed 7\. Left out: 1 \(no browser on this machine\)/);
  expect(text).toMatch(/1 of 1 caught by the same check, clean without a defect: tier-bound-exclusive/);
  expect(lines.at(-1)).toBe('3 defects: 1 caught, 1 missed, 1 not proven');
});

test('what only a further seed caught is caught, and is named, because a run with the own seed lets it through', () => {
  const later: Ending = { ...caught, by: { ...caught.by, furtherSeed: 11 } };
  const shown = {
    toolPhases: [],
    sample: { defects: [], sound: { kind: 'missed' } },
    seconds: 1,
    kept: '',
  } as const;
  const text = proofLines(
    {
      ...shown,
      results: [result('tier-lost', caught), result('rare-pair-lost', later)],
      checks: [check],
      seed: 7,
    },
    80,
  );
  expect(text).toContainEqual(expect.stringMatching(/^ {2}unit, only with seed 11: A graduated price/));
  expect(text.join('\n').replaceAll('\n  ', ' ')).toMatch(
    /With seed 7 alone 1 are caught, .* A further one found rare-pair-lost: give each run/,
  );
  expect(text.at(-1)).toBe('2 defects: 2 caught, 0 missed');
});

test('no line is wider than asked, and none steers the terminal', () => {
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.join('')).not.toContain('\u001b');
});

test('why nothing is proven is told with the first mistakes', () => {
  const faults = Array.from({ length: 7 }, (_, index) => `unit: check ${index}: found 1, expected 2`);
  const shown = refusalLines({ what: 'Checks fail without a defect', faults }, 80);
  expect(shown[0]).toBe('Checks fail without a defect:');
  expect(shown).toContain('  unit: check 4: found 1, expected 2');
  expect(shown).toContain('  and 2 more');
});
