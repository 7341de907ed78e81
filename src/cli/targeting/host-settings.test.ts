import { expect, test } from 'vitest';
import { hosts } from '../../hosts/targets.ts';
import { hostSettings, mistakeInHost } from './host-settings.ts';

test('a system that we can start is fine as it is, and one that runs already is not ours to judge', () => {
  for (const { name } of hosts) expect(mistakeInHost({ host: name })).toBeNull();
  expect(mistakeInHost({})).toBeNull();
  expect(hostSettings({ host: 'killbill', version: '0.22.20' })).toEqual({
    version: '0.22.20',
    database: null,
  });
});

test.each([
  [{ host: 'oracle' }, 'host', /expected one of the systems that we can start: sandbox, killbill/],
  [{ host: 'sandbox', version: '0.22.26' }, 'version', /expected none/],
  [{ host: 'sandbox', database: 'memory' }, 'database', /expected none/],
  [{ host: 'killbill', version: '0.22.7' }, 'version', /payment services do not start/],
  [{ host: 'killbill', database: 'mysql' }, 'database', /expected postgres or memory/],
])('%j is a mistake in its %s', (entry, field, message) => {
  expect(mistakeInHost(entry)).toEqual({ field, message: expect.stringMatching(message) });
});
