import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await openWebhookReceiver({ failFirst: 1 });
});
afterEach(() => receiver.close());

describe('the receiver of webhooks', () => {
  test('answers 503 to the first deliveries and keeps them all, byte for byte', async () => {
    const body = '{"a": 1 }';
    const send = () =>
      supertest(receiver.server).post('/billing-events').type('json').set('x-sign', 'k').send(body);
    await send().expect(503);
    await send().expect(204);
    await receiver.arrived(2);
    expect(receiver.deliveries.map((delivery) => [delivery.body, delivery.headers['x-sign']])).toEqual([
      [body, 'k'],
      [body, 'k'],
    ]);
  });

  test('refuses other paths, other methods and bodies without end', async () => {
    await supertest(receiver.server).post('/elsewhere').send('x').expect(404);
    await supertest(receiver.server).get('/billing-events').expect(405);
    await supertest(receiver.server)
      .post('/billing-events')
      .type('text')
      .send('x'.repeat(300_000))
      .expect(413);
    expect(receiver.deliveries).toEqual([]);
  });

  test('stops waiting when nothing came for so long', async () => {
    await receiver.arrived(1, 20);
    expect(receiver.deliveries).toHaveLength(0);
  });

  test('waits on while they trickle in, however slow the sender is', async () => {
    const silenceMs = 400;
    const all = receiver.arrived(4, silenceMs);
    for (let sent = 0; sent < 4; sent += 1) {
      await sleep(silenceMs / 2);
      await supertest(receiver.server).post('/billing-events').type('json').send('{}');
    }
    await all;
    expect(receiver.deliveries).toHaveLength(4);
  });
});
