import { expect, test } from 'vitest';
import { brokenPart, listeningUrl, reasonIn } from './server-log.ts';

const good = '2026-11-22T14:35:28.384Z WARN KillbillHealthcheck [main] Putting host in rotation';

test('a part that did not start is found in the midst of an answer of good health', () => {
  const bad =
    '2026-11-22T14:35:20.001Z WARN DefaultLifecycle [main] Failed to invoke lifecycle handler on stage INIT_SERVICE';
  expect(brokenPart([good, bad, good].join('\n'))).toBe(bad);
  expect(brokenPart(`${good}\nERROR Unable to load default payment state machine\n`)).toContain('payment');
  expect(brokenPart(good)).toBeNull();
  expect(brokenPart('')).toBeNull();
});

test('the address is the one that the web server says, on loopback only', () => {
  const said =
    '2026-11-22 14:35:28.615:INFO:oejs.AbstractConnector:main: Started ServerConnector@7d4793a8{HTTP/1.1, (http/1.1)}{127.0.0.1:41234}';
  expect(listeningUrl(said)).toBe('http://127.0.0.1:41234');
  expect(listeningUrl(said.replace('127.0.0.1', '0.0.0.0'))).toBeNull();
  expect(listeningUrl(good)).toBeNull();
});

test('why a start failed is what speaks of errors, else the last that was said', () => {
  expect(reasonIn(`${good}\nERROR no database\n${good}\n`)).toBe('ERROR no database');
  expect(reasonIn('one\ntwo\n\n')).toBe('one\ntwo');
  expect(reasonIn('')).toBe('');
});
