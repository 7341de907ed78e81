import { expect, test } from 'vitest';
import type { Crew, Played } from './crew.ts';
import { tryFurtherSeeds } from './further-seeds.ts';
import type { KnownDefect } from './known-defects.ts';
import type { PlayRequest, ProvableCheck } from './messages.ts';

const defect: KnownDefect = {
  name: 'rare-pair-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'A fee is lost where two rare things meet',
  replaces: ['flatAmount'],
};

function check(id: string, tags: readonly string[]): ProvableCheck {
  const place = { phase: 'integration', file: 'lives.suite', titlePath: ['Lives', id] } as const;
  return { id, ...place, topic: 'proration', tags, leftOut: null };
}

const checks = [check('fixed', []), check('drawn', ['@generated'])];

/** Finds the defect with one seed, and with a false one alarms without it. */
function crewOf(finding: number, falseAlarm: number | null, asked: PlayRequest[] = []): Crew {
  return {
    loaded: { checks, faults: [] },
    explore: async () => [],
    close: async () => undefined,
    play: async (request): Promise<Played> => {
      asked.push(request);
      const { seed, defect: given } = request;
      const isFound = given === null ? seed === falseAlarm : seed === finding;
      const [id = ''] = request.checks;
      const kind = isFound ? 'finding' : 'passed';
      return { checks: [{ id, kind, detail: 'EUR 3.00 too little', durationMs: 1 }], lost: null };
    },
  };
}

const tried = (crew: Crew, of = checks, seed = 7) => tryFurtherSeeds({ crew, defect, checks: of, seed }, []);

test('what only another seed shows is caught, with that seed, by a check that draws', async () => {
  const asked: PlayRequest[] = [];
  expect(await tried(crewOf(10, null, asked))).toMatchObject({
    kind: 'caught',
    by: { check: 'drawn', furtherSeed: 10, detail: 'EUR 3.00 too little' },
  });
  expect(asked.map(({ seed, defect: given, checks: ids }) => [seed, given, ids])).toEqual([
    [8, defect.name, ['drawn']],
    [9, defect.name, ['drawn']],
    [10, defect.name, ['drawn']],
    [10, null, ['drawn']],
  ]);
});

test('a finding that comes without the defect, too, proves nothing', async () => {
  expect(await tried(crewOf(8, 8))).toMatchObject({ kind: 'unproven' });
});

test('it is missed when no seed shows it, and when nothing that comes there draws', async () => {
  const asked: PlayRequest[] = [];
  expect(await tried(crewOf(0, null, asked))).toEqual({ kind: 'missed' });
  expect(asked.map(({ seed }) => seed)).toEqual([8, 9, 10, 11]);
  expect(await tried(crewOf(8, null), [check('fixed', [])])).toEqual({ kind: 'missed' });
});

test('a check that comes to no result, and a worker that is lost, are told with their seed, and catch nothing', async () => {
  const broken: { readonly check: string; readonly detail: string }[] = [];
  const crew: Crew = {
    ...crewOf(0, null),
    play: async ({ seed }) =>
      seed === 8
        ? { checks: [], lost: { during: 'drawn', how: 'it was ended by SIGKILL' } }
        : { checks: [{ id: 'drawn', kind: 'broken', detail: 'RangeError', durationMs: 1 }], lost: null },
  };
  const ending = await tryFurtherSeeds({ crew, defect, checks, seed: 7 }, broken);
  expect(ending).toEqual({ kind: 'missed' });
  expect(broken.map(({ check: id, detail }) => [id, detail])).toEqual([
    ['drawn', 'With seed 8: it was ended by SIGKILL'],
    ['drawn', 'With seed 9: RangeError'],
    ['drawn', 'With seed 10: RangeError'],
    ['drawn', 'With seed 11: RangeError'],
  ]);
});

test('what only load shows is tried with no further seed', async () => {
  const asked: PlayRequest[] = [];
  const ofLoad = { ...defect, stage: 'performance' };
  const ending = await tryFurtherSeeds({ crew: crewOf(8, null, asked), defect: ofLoad, checks, seed: 7 }, []);
  expect([ending, asked]).toEqual([{ kind: 'missed' }, []]);
});

test('after the last seed that there is comes the first', async () => {
  expect(await tried(crewOf(0, null), checks, 2 ** 32 - 1)).toMatchObject({ by: { furtherSeed: 0 } });
});
