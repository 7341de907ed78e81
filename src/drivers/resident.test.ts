import { expect, test } from 'vitest';
import { HttpClient } from './http-client.ts';
import { makeResident, type ResidentAnswer, type ResidentRequest } from './resident.ts';

const url = 'http://127.0.0.1:9';
const call = { operation: 'plan.publish', method: 'POST', path: '/plans', body: { plan: 'gold' } } as const;

function answer(status: number, text: string): ResidentAnswer {
  return { status, headers: { 'content-type': 'application/json' }, bytes: Buffer.from(text) };
}

test('a target that lives in this process is asked without a socket, until it goes', async () => {
  const asked: ResidentRequest[] = [];
  const leave = makeResident(url, async (request) => {
    asked.push(request);
    return answer(200, '{"done":true}');
  });
  const client = new HttpClient({ baseUrl: url, headers: { authorization: 'Bearer k' }, wire: null });
  expect(await client.write({ ...call, idempotencyKey: 'once' })).toEqual({ done: true });
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/plans',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: '{"plan":"gold"}',
    },
  ]);
  leave();
  await expect(client.read(call)).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE' });
});

test('what it refuses, and that it never answers, is told as of any other target', async () => {
  const refusing = makeResident(url, async () => answer(422, '{"title":"no"}'));
  const client = new HttpClient({ baseUrl: url, headers: {}, wire: null, deadlineMs: 20 });
  await expect(client.read(call)).rejects.toMatchObject({ name: 'TargetRefusal', status: 422 });
  refusing();
  const leave = makeResident(url, () => new Promise(() => undefined));
  await expect(client.read(call)).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE' });
  leave();
});
