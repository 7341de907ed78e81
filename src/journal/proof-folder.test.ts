import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProofDocument, ProvenDefect } from '../model/deciding/proof.ts';
import { findProof, readProof, writeProof } from './proof-folder.ts';

let reportsDir = '';

beforeAll(async () => {
  reportsDir = await mkdtemp(join(tmpdir(), 'proofs-'));
});

afterAll(() => rm(reportsDir, { recursive: true, force: true }));

const missed: ProvenDefect = {
  name: 'late-fee-lost',
  row: 'RAT-01',
  family: 'RAT',
  stage: 'rating',
  effect: 'lost',
  severity: 'major',
  title: 'A fee that comes late is lost',
  ending: 'missed',
  reachedBy: 4,
  caughtBy: null,
  reason: '',
  broken: [],
  seconds: 1,
};
const by = {
  check: 'unit-1',
  phase: 'unit',
  title: 'A fee',
  way: 'memory',
  furtherSeed: null,
  detail: '',
} as const;
const caught: ProvenDefect = { ...missed, name: 'fee-twice', ending: 'caught', caughtBy: by };

const proof: ProofDocument = {
  schema: 'tollgate/proof/1',
  digests: { suites: 'sha256:a', defects: 'sha256:b' },
  tollgateVersion: '1.0.0',
  seed: 1,
  scope: { phases: [], defects: [], defectsDigest: null },
  finishedAt: '2026-01-01T00:00:00.000Z',
  seconds: 2,
  checks: { played: 1, leftOut: [] },
  defects: [caught, missed, { ...caught, name: 'fee-thrice' }],
  sample: { defects: [], agrees: true },
  toolPhases: [],
};

function found(digests: ProofDocument['digests'] = proof.digests, tollgateVersion = '1.0.0') {
  return findProof({ reportsDir, tollgateVersion, digests: () => digests });
}

describe('A proof', () => {
  test('is none where none was made', async () => {
    expect(await found()).toEqual({ proof: null, refused: [] });
  });

  test('is cited by a run of just what it was made with', async () => {
    const dir = await writeProof(reportsDir, proof);
    expect(await readProof(dir)).toEqual(proof);
    expect((await found()).proof).toMatchObject({ defects: 3, caught: 2, missed: 1 });
    expect((await found({ ...proof.digests, suites: 'sha256:c' })).proof).toBeNull();
    expect((await found(proof.digests, '1.0.1')).proof).toBeNull();
  });

  test('counts as missed what only another seed than its own caught: a run lets it through', async () => {
    const later: ProvenDefect = { ...caught, caughtBy: { ...by, furtherSeed: 9 } };
    await writeProof(reportsDir, { ...proof, defects: [caught, later] });
    expect((await found()).proof).toMatchObject({ defects: 2, caught: 1, missed: 1 });
  });

  test('that leaves something out or open is kept, and not cited', async () => {
    const others: readonly ProofDocument[] = [
      { ...proof, seed: 2, scope: { ...proof.scope, phases: ['uat'] } },
      { ...proof, seed: 3, scope: { ...proof.scope, defects: ['fee-twice'] } },
      { ...proof, seed: 4, sample: { defects: ['fee-twice'], agrees: false } },
      { ...proof, seed: 5, defects: [{ ...caught, ending: 'unproven' }] },
    ];
    for (const other of others)
      await writeProof(reportsDir, { ...other, finishedAt: '2026-02-01T00:00:00.000Z' });
    expect(await readdir(join(reportsDir, 'proofs'))).toHaveLength(5);
    expect((await found()).proof).toMatchObject({ finishedAt: proof.finishedAt });
  });

  test('the latest of two is cited', async () => {
    await writeProof(reportsDir, { ...proof, seed: 9, finishedAt: '2026-03-01T00:00:00.000Z' });
    expect((await found()).proof).toMatchObject({ finishedAt: '2026-03-01T00:00:00.000Z' });
  });

  test('that was changed afterwards, or stands in the place of another, is not believed', async () => {
    const dir = await writeProof(reportsDir, { ...proof, seed: 9 });
    const text = await readFile(join(dir, 'proof.json'), 'utf8');
    await writeFile(join(dir, 'proof.json'), text.replace('"missed"', '"caught"'));
    await expect(readProof(dir)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    const other = await readFile(join(await writeProof(reportsDir, proof), 'proof.json'), 'utf8');
    await writeFile(join(dir, 'proof.json'), other);
    await expect(readProof(dir)).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
    const { proof: cited, refused } = await found();
    expect(cited).toMatchObject({ finishedAt: proof.finishedAt });
    expect(refused).toEqual([expect.stringContaining('stands in the folder of another proof')]);
  });
});
