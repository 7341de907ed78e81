import { expect, test } from 'vitest';
import { dialectOf } from './dialect.ts';

test.each([
  ['0.18.21', 'bundle-keys'],
  ['0.20.14', 'bundle-keys'],
  ['0.21.3', 'subscription-keys'],
  ['0.22.26', 'subscription-keys'],
  ['unknown', 'subscription-keys'],
])('a server of version %s speaks with %s', (version, dialect) => {
  expect(dialectOf(version)).toBe(dialect);
});
