import { describe, expect, test } from 'vitest';
import type { Crew, Played } from './crew.ts';
import type { KnownDefect } from './known-defects.ts';
import type { PlayedCheck, PlayRequest, ProvableCheck } from './messages.ts';
import { proveDefect } from './prove-defect.ts';
import type { Ending } from './result.ts';

const defect: KnownDefect = {
  name: 'fee-lost',
  row: 'RAT-01',
  family: 'RAT',
  stage: 'rating',
  effect: 'lost',
  severity: 'major',
  title: 'A fee is lost',
  replaces: ['flatAmount'],
};

const checks = ['one', 'two', 'three'].map(
  (id): ProvableCheck => ({
    id,
    phase: 'unit',
    file: 'src/suites/unit/fees.suite',
    titlePath: ['Fees', id],
    topic: 'rating',
    tags: [],
    leftOut: null,
  }),
);

type Kind = PlayedCheck['kind'] | 'lost';

/** Plays what it is told to: each check ends in the way of its name, and one that is lost takes what was played with it. */
function crewOf(kinds: Readonly<Record<string, Kind>>, asked: string[][] = []): Crew {
  return {
    loaded: { checks, faults: [] },
    explore: async () => [],
    close: async () => undefined,
    play: async ({ checks: ids }: PlayRequest): Promise<Played> => {
      asked.push([...ids]);
      const during = ids.find((id) => kinds[id] === 'lost');
      if (during !== undefined) return { checks: [], lost: { during, how: 'it was ended by SIGKILL' } };
      const last = ids.findIndex((id) => kinds[id] === 'finding' || kinds[id] === 'silent');
      return { checks: ids.slice(0, last < 0 ? ids.length : last + 1).map(played), lost: null };
    },
  };

  function played(id: string): PlayedCheck {
    const kind = kinds[id] ?? 'passed';
    return { id, kind: kind === 'lost' ? 'broken' : kind, detail: '', durationMs: 1 };
  }
}

async function proven(
  kinds: Readonly<Record<string, Kind>>,
  http: Ending | null = null,
  asked: string[][] = [],
) {
  const crew = crewOf(kinds, asked);
  const { ending, broken } = await proveDefect({ crew, defect, checks, seed: 1, overHttp: async () => http });
  const by = ending.kind === 'caught' ? ending.by.check : null;
  return { kind: ending.kind, by, broken: broken.map(({ check }) => check) };
}

const silence: Ending = {
  kind: 'caught',
  by: {
    phase: 'unit',
    check: 'two',
    title: 'The target does not answer',
    way: 'http',
    furtherSeed: null,
    detail: '',
  },
};

describe('A defect', () => {
  test('is caught by the first check that finds it', async () => {
    expect(await proven({ two: 'finding', three: 'finding' })).toEqual({
      kind: 'caught',
      by: 'two',
      broken: [],
    });
  });

  test('is missed when every check passes', async () => {
    expect(await proven({})).toEqual({ kind: 'missed', by: null, broken: [] });
  });

  test('is missed, too, when checks only break: they say nothing of the target', async () => {
    expect(await proven({ one: 'broken', three: 'broken' })).toEqual({
      kind: 'missed',
      by: null,
      broken: ['one', 'three'],
    });
  });

  test('under which nobody answers is caught when the target alone does not answer either', async () => {
    expect(await proven({ two: 'silent' }, silence)).toMatchObject({ kind: 'caught', by: 'two' });
  });

  test('under which nobody answered once, as on a busy machine, is not caught by that', async () => {
    expect(await proven({ three: 'silent' })).toEqual({ kind: 'missed', by: null, broken: ['three'] });
    expect(await proven({ two: 'silent', three: 'finding' })).toMatchObject({ kind: 'caught', by: 'three' });
  });

  test('that takes a worker down is caught when the target alone does not answer either', async () => {
    expect(await proven({ two: 'lost' }, silence)).toMatchObject({ kind: 'caught', by: 'two' });
  });

  test('that takes a worker down, and not the target, is put to the other checks; the one that did it is broken', async () => {
    const asked: string[][] = [];
    expect(await proven({ two: 'lost', three: 'finding' }, null, asked)).toEqual({
      kind: 'caught',
      by: 'three',
      broken: ['two'],
    });
    expect(asked).toEqual([['one', 'two', 'three'], ['three']]);
  });

  test('that takes a worker down, and of which nothing more is known, is not proven', async () => {
    const open: Ending = { kind: 'unproven', why: 'The run was not conclusive.' };
    expect(await proven({ two: 'lost' }, open)).toMatchObject({ kind: 'unproven' });
  });
});
