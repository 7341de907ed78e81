import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeError, readYaml } from './located-yaml.ts';
import { type GateLimits, readPolicy } from './policy-file.ts';
import { packageDirectory, readProject } from './project.ts';
import { projectFileSchema } from './project-file.ts';

function errorsOf(text: string): string[] {
  return readYaml({ file: 'tollgate.yaml', text }, projectFileSchema).errors.map(describeError);
}

describe('tollgate.yaml', () => {
  test('needs nothing but a target', () => {
    const text =
      'target: own\ntargets:\n  own:\n    driver: ./driver.mjs\n    url: http://127.0.0.1:8080\n    environment: test\n';
    const { value, errors } = readYaml({ file: 'tollgate.yaml', text }, projectFileSchema);
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ policy: 'rehearsal', seed: 1, load: { seconds: 12 } });
  });

  test('an unknown key is one error with file, line and field', () => {
    expect(errorsOf('target: own\ntargts:\n  own: 1\n')).toEqual([
      'tollgate.yaml:2: targts: found an unknown key "targts"; remove it or mend its spelling',
    ]);
  });

  test('a mistake deep inside is located there', () => {
    const text =
      'targets:\n  own:\n    driver: x\n    environment: staging\n    url: http://x\nload:\n  seconds: many\n';
    expect(errorsOf(text)).toEqual([
      'tollgate.yaml:4: targets.own.environment: expected environment: test; a target is written to only when it is declared a test target',
      expect.stringMatching(/^tollgate\.yaml:7: load\.seconds: /),
    ]);
  });

  test('a target is either started by us or reached by an address', () => {
    expect(errorsOf('targets:\n  own:\n    driver: x\n    environment: test\n')).toEqual([
      'tollgate.yaml:2: targets.own: expected either host (we start it) or url (it runs already)',
    ]);
  });

  test('a suite has a name of its own, and either a number of results or their titles', () => {
    const suite = (name: string, rest: string) =>
      `  - { name: ${name}, phase: unit, command: [pytest], report: { format: junit, path: r.xml }, ${rest} }\n`;
    expect(errorsOf(`suites:\n${suite('acme', 'count: 2')}${suite('acme-b', 'checks: [a]')}`)).toEqual([]);
    expect(errorsOf(`suites:\n${suite('acme', 'count: 2')}${suite('acme', 'count: 2')}`)).toEqual([
      'tollgate.yaml:3: suites.1.name: found the name acme a second time; expected one that no other suite has, nor is suites or features',
    ]);
    expect(errorsOf(`suites:\n${suite('features', 'count: 2')}`)).toHaveLength(1);
    expect(errorsOf(`suites:\n${suite('acme', 'topic: tax')}`)).toEqual([
      'tollgate.yaml:2: suites.0: expected either count (how many results it leaves) or checks (their titles)',
    ]);
  });

  test.each([
    ['a key twice', 'seed: 1\nseed: 2\n', /:2: .*unique/],
    ['broken YAML', 'release: [\n', /tollgate\.yaml:\d+:/],
    ['a number that is none', 'seed: "7"\n', /:1: seed: /],
  ])('%s', (_what, text, message) => {
    expect(errorsOf(text).join('\n')).toMatch(message);
  });
});

describe('a policy', () => {
  const limits: GateLimits = new Map([
    ['phase-passes', z.strictObject({ phase: z.string(), passedMin: z.number().default(3) })],
  ]);
  const read = (gates: string) =>
    readPolicy({ file: 'own.yaml', text: `name: own\ntitle: Own\nleavesOut: []\ngates:\n${gates}` }, limits);

  test('fills in what the criterion has a default for', () => {
    expect(
      read('  - { id: U, gate: phase-passes, title: T, limit: { phase: unit } }\n').value?.gates[0]?.limit,
    ).toEqual({ phase: 'unit', passedMin: 3 });
  });

  test.each([
    [
      'an unknown criterion',
      '  - { id: U, gate: phase-pases, title: T }\n',
      'own.yaml:5: gates.0.gate: found no criterion "phase-pases"; expected one of phase-passes',
    ],
    [
      'an unknown limit',
      '  - id: U\n    gate: phase-passes\n    title: T\n    limit:\n      phase: unit\n      pasedMin: 2\n',
      'own.yaml:8: gates.0.limit: Unrecognized key: "pasedMin"',
    ],
    [
      'an id twice',
      '  - { id: U, gate: phase-passes, title: T, limit: { phase: unit } }\n  - { id: U, gate: phase-passes, title: T, limit: { phase: uat } }\n',
      'own.yaml:6: gates.1.id: found the id "U" twice; expected each once',
    ],
  ])('with %s is refused with its place', (_what, gates, message) => {
    expect(read(gates).errors.map(describeError)).toEqual([message]);
  });

  test('without gates would call everything fit', () => {
    const { errors } = readPolicy(
      { file: 'own.yaml', text: 'name: own\ntitle: Own\nleavesOut: []\ngates: []\n' },
      limits,
    );
    expect(errors[0]?.message).toMatch(/at least one gate/);
  });
});

test('in this repository project and package are one folder, written alike', async () => {
  const { dir, packageDir } = await readProject(packageDirectory());
  expect(dir).toBe(packageDir);
});
