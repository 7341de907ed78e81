import { expect, test } from 'vitest';
import type { OwnSuite, RunRequest } from '../request.ts';
import { asked } from './guard.fixture.ts';
import { guardRun } from './guard.ts';

/** A run on a test target beside which one suite of the team's own runs this command. */
async function verdictOf(...command: readonly string[]) {
  const { projectDir, target } = asked({});
  const suite: Pick<OwnSuite, 'name' | 'command'> = { name: 'newman', command };
  const request = {
    places: { projectDir },
    target: { ...target, place: { kind: 'hosted' } },
    production: { hosts: ['api.acme.com', 'prod-db'], addresses: ['203.0.113.0/24'] },
    secrets: [],
    ownSuites: [suite],
    scope: { phases: ['unit'], checks: [], failedOf: null },
  } as unknown as RunRequest;
  return guardRun(request).then(
    () => 'may be reached',
    (error: { readonly code: string; readonly message: string }) => error,
  );
}

test.each([
  [['newman', 'run', 'c.json', '--env-var', 'baseUrl=https://api.acme.com'], 5],
  [['pytest', '--host', 'prod-db'], 3],
  [['sh', '-c', 'curl -s HTTPS://API.ACME.COM./v1 && pytest'], 3],
  [['go', 'test', './...', '-args', '-db=postgres://u:p@203.0.113.4/x'], 5],
])('the words of a suite lead to no production: %j', async (command, word) => {
  const refusal = await verdictOf(...command);
  expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
  expect(String(refusal)).toContain(`suites: newman: command: word ${word}: found a host that is production`);
});

test('and hold no key of a live account', async () => {
  const refusal = await verdictOf('newman', 'run', '--env-var', 'key=sk_live_51Habcdefghij');
  expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
  expect(String(refusal)).toContain(
    'suites: newman: command: word 4: found a key that begins with "sk_live_"',
  );
  expect(String(refusal)).not.toContain('51Habc');
});

test.each([
  [['pytest', '-q', '--junitxml=out/rating.xml', 'tests/api.acme.com.py::test_live']],
  [['newman', 'run', 'c.json', '--env-var', 'key=sk_test_51Habcdefghij', '--port', '8080']],
  [['npm', 'run', 'test:production-like']],
])('harmless ones are not hindered: %j', async (command) => {
  expect(await verdictOf(...command)).toBe('may be reached');
});
