import { expect, test } from 'vitest';
import { withTarget } from './add-target.ts';

const lines = ['driver: ./a.ts', 'environment: test'];

test('one more target stands first, and all else as it was', () => {
  const text =
    'seed: 1 # kept\ntargets: # ours\n    # the old one\n    old: { driver: sandbox }\nrelease: {}\n';
  expect(withTarget(text, 'acme', lines)).toBe(
    'seed: 1 # kept\ntargets: # ours\n    acme:\n      driver: ./a.ts\n      environment: test\n    # the old one\n    old: { driver: sandbox }\nrelease: {}\n',
  );
});

test('a list of targets that is empty gets its first', () => {
  expect(withTarget('targets:\n', 'acme', lines)).toBe(
    'targets:\n  acme:\n    driver: ./a.ts\n    environment: test\n',
  );
});

test.each([
  ['in one line', 'targets: { old: { driver: sandbox } }\n'],
  ['without targets', 'seed: 1\n'],
  ['with one of that name', 'targets:\n  acme: { driver: sandbox }\n'],
  ['that is no YAML', 'targets:\n  "acme\n'],
])('a file %s is left alone', (_what, text) => {
  expect(withTarget(text, 'acme', lines)).toBeNull();
});
