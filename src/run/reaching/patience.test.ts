import { describe, expect, test } from 'vitest';
import { openPatience } from './patience.ts';

const never = new Promise<string>(() => undefined);
const soon = () => new Promise<string>((resolve) => setTimeout(() => resolve('yes'), 20));

describe('waiting for an answer', () => {
  test('takes it as it comes, and gives up when it is late', async () => {
    const patient = openPatience(null, 10);
    expect(await patient(soon(), 60_000)).toBe('yes');
    expect(await patient(never, 20)).toBeNull();
    await expect(patient(Promise.reject(new RangeError('no')), 20)).rejects.toThrow('no');
  });

  test('is short for all together once the run is to end, also for what is waited for just then', async () => {
    const ending = new AbortController();
    const patient = openPatience(ending.signal, 300);
    const waiting = patient(never, 60_000);
    ending.abort();
    expect(await waiting).toBeNull();
    expect(await patient(never, 60_000)).toBeNull();
    const before = performance.now();
    for (let asked = 0; asked < 20; asked += 1) expect(await patient(never, 60_000)).toBeNull();
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  test('still takes quick answers when the run is to end', async () => {
    const ending = new AbortController();
    const patient = openPatience(ending.signal, 2_000);
    ending.abort();
    for (let asked = 0; asked < 3; asked += 1) expect(await patient(soon(), 60_000)).toBe('yes');
  });
});
