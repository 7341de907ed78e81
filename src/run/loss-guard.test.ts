import { mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectChannel } from '../channel/client.ts';
import { channelVariable, stepVariable } from '../channel/message.ts';
import { readJournal } from '../journal/read.ts';
import type { ToolRecord } from '../model/observing/record.ts';
import { openHalt } from './halt.ts';
import type { RunRequest } from './request.ts';
import { openWorkplace } from './workplace.ts';

const intent: ToolRecord = {
  kind: 'intent',
  intentId: 'i',
  checkId: 'c',
  operation: 'pay',
  request: 'POST',
  idempotencyKey: '',
};

/** All that a workplace reads of a request. */
function requestIn(reportsDir: string): RunRequest {
  const watch = { onStage: () => undefined, onPlan: () => undefined, onRecord: () => undefined };
  const supervision = { silenceMs: 60_000, stepMs: null };
  return { reportsDir, runId: 'r1', cut: null, secrets: [], supervision, watch } as unknown as RunRequest;
}

async function running() {
  const reportsDir = await mkdtemp(join(tmpdir(), 'loss-'));
  const halt = openHalt();
  const workplace = await openWorkplace(requestIn(reportsDir), halt);
  await workplace.beginJournal();
  process.env[channelVariable] = workplace.channelPath;
  process.env[stepVariable] = 'unit';
  const tools = [await connectChannel('worker'), await connectChannel('worker')] as const;
  return { workplace, halt, tools };
}

test('a run whose folder became a link acknowledges no write any more, and writes nothing where the link leads', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  const { workplace, halt, tools } = await running();
  const [one, other] = tools;
  await one.record(intent);
  await rename(workplace.runDir, `${workplace.runDir}-away`);
  await symlink(elsewhere, workplace.runDir);

  const picture = { checkId: 'c', name: 'picture', mediaType: 'image/png', bytes: Buffer.from('abc') };
  await expect(one.keep(picture)).rejects.toThrow();
  expect(halt.reason).toMatchObject({ kind: 'lost', fault: { code: 'EVIDENCE_LOST', exitCode: 2 } });
  await expect(other.record(intent)).rejects.toThrow();
  await expect(workplace.record({ kind: 'phase-finished', phase: 'unit' })).rejects.toMatchObject({
    code: 'EVIDENCE_LOST',
    hint: expect.stringContaining(`tollgate judge ${workplace.runDir}`),
  });
  await expect(workplace.close()).rejects.toMatchObject({ code: 'EVIDENCE_LOST' });
  expect(await readdir(elsewhere)).toEqual([]);
  const { lines } = await readJournal(join(`${workplace.runDir}-away`, 'journal.ndjson'));
  expect(lines.map(({ record }) => record.kind)).toEqual(['intent']);
});

test('a run whose folder is deleted does not make it again', async () => {
  const { workplace, halt, tools } = await running();
  await rm(workplace.runDir, { recursive: true });
  await expect(tools[0].record(intent)).rejects.toThrow();
  expect(halt.reason).toMatchObject({ kind: 'lost' });
  await expect(workplace.close()).rejects.toMatchObject({ code: 'EVIDENCE_LOST' });
  await expect(readdir(workplace.runDir)).rejects.toMatchObject({ code: 'ENOENT' });
});
