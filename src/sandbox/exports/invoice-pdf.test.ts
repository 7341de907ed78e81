import { expect, test } from 'vitest';
import { flatFee, TestWorld } from '../test-world.ts';

test('the table at the end of the file says where each object begins, and nothing in it is a letter beyond ASCII', async () => {
  await using world = await TestWorld.open('2026-04-01');
  await world.publish('basic', [flatFee('30.00')]);
  const customerId = await world.customer({ name: 'Smith (Holding) & Söhne 株式' });
  await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
  const [invoice] = await world.invoices(customerId);
  const { status, text, headers } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(text).toMatch(/^[\n\x20-\x7e]+$/);
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
  expect(text.slice(table)).toMatch(/^xref\n0 11\n/);
  expect(places.map((place) => text.slice(place).split('\n')[0])).toEqual(
    Array.from({ length: 10 }, (_, index) => `${index + 1} 0 obj`),
  );
  expect(text).toContain('(EUR 30.00) Tj');
  expect((await world.call('GET', '/v1/invoices/no-such/pdf')).status).toBe(404);
});
