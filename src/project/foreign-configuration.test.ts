import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { foreignConfiguration } from './foreign-configuration.ts';

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

function foundIn(name: string, text: string): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'foreign-'));
  dirs.push(dir);
  writeFileSync(join(dir, name), text);
  return foreignConfiguration(dir).map(({ file, line, field }) => `${file}:${line}: ${field}`);
}

describe('a setting that softens a run is refused with its line', () => {
  test.each([
    ['cucumber.json', '{\n  "default": { "retry": 2 }\n}', 'cucumber.json:2: retry'],
    ['cucumber.yaml', 'default:\n  strict: false\n', 'cucumber.yaml:2: strict'],
    ['cucumber.js', "export default '--no-strict --retry 1';\n", 'cucumber.js:1: retry'],
    ['cucumber.mjs', 'export default { dryRun: true };\n', 'cucumber.mjs:1: dryRun'],
    ['cucumber.yml', 'default: { failFast: true }\n', 'cucumber.yml:1: failFast'],
    [
      'vitest.config.ts',
      'export default {\n  test: {\n    passWithNoTests: true }}',
      'vitest.config.ts:3: passWithNoTests',
    ],
    ['vite.config.mts', 'export default { test: { allowOnly: !ci } };', 'vite.config.mts:1: allowOnly'],
    ['vitest.config.js', 'const x = { bail: 1 };', 'vitest.config.js:1: bail'],
  ])('%s', (name, text, expected) => {
    expect(foundIn(name, text)).toContain(expected);
  });
});

test.each([
  ['cucumber.json', '{ "default": { "retry": 0, "strict": true, "paths": ["features"] } }'],
  ['vitest.config.ts', '// retry: 2\nexport default { test: { bail: 0, passWithNoTests: false } };'],
  ['cucumber.yaml', 'default:\n  # strict: false\n  format: [progress]\n'],
  ['vite.config.ts', 'export default { server: { fs: { strict: false } } };'],
  ['other.json', '{ "retry": 2 }'],
])('%s may stand there', (name, text) => {
  expect(foundIn(name, text)).toEqual([]);
});
