import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asked, type Changes, knowing, nobody, verdictOf } from './guard.fixture.ts';
import type { GuardRequest } from './guard.ts';

const urlOf = (url: string): Changes => ({
  target: { url },
  production: { hosts: ['api.acme.com', '*.live.acme.com', '198.51.100.7'], addresses: ['203.0.113.0/24'] },
});

describe('every spelling of a production host is refused', () => {
  test.each([
    'http://api.acme.com',
    'http://API.Acme.COM/v1',
    'http://api.acme.com.',
    'https://api.acme.com.:8443/x',
    'http://api.acme.com:80',
    'http://api%2eacme%2ecom',
    'http://ａｐｉ.acme.com',
    'http://api。acme.com',
    'http://a.live.acme.com',
    'http://b.a.LIVE.acme.com.',
    'http://198.51.100.7',
    'http://198.51.100.7.',
    'http://3325256711',
    'http://0xc6336407',
    'http://0306.063.0144.07',
    'http://198.51.25607',
    'http://0xc6.0x33.0x64.7',
    'http://[::ffff:198.51.100.7]',
    'http://[::ffff:c633:6407]',
    'http://[::198.51.100.7]:9000',
    'http://[64:ff9b::c633:6407]',
    'http://203.0.113.99',
    'http://[::ffff:203.0.113.99]',
  ])('%s', async (url) => {
    const refusal = await verdictOf(asked(urlOf(url)));
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).toMatch(
      /tollgate\.yaml:5: targets\.staging\.url: found a host that is production/,
    );
  });

  test.each([
    'http://api.acme.com.example',
    'http://xapi.acme.com',
    'http://live.acme.com',
    'http://198.51.100.8',
    'http://203.0.112.255',
    'http://127.0.0.1',
    'http://[2001:db8::1]',
  ])('and %s is not one', async (url) => {
    expect(await verdictOf(asked(urlOf(url)))).toBe('may be reached');
  });

  test('a name in other letters is its punycode, in the mark as in the address', async () => {
    const production = { hosts: ['bücher.acme.com', 'xn--mnchen-3ya.acme.com'], addresses: [] };
    for (const url of ['http://xn--bcher-kva.acme.com', 'http://BÜCHER.acme.com', 'http://münchen.acme.com'])
      expect(await verdictOf(asked({ production, target: { url } }))).toMatchObject({
        code: 'GUARD_REFUSED',
      });
  });

  test.each([
    'http://prod@staging.acme.test',
    'http://u:hunter22@staging.acme.test',
    'http:\\\\prod@staging',
    'http://@x',
  ])('user-info in %s', async (url) => {
    const refusal = await verdictOf(asked({ target: { url } }));
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).not.toMatch(/hunter22|prod@/);
  });
});

describe('where a name leads', () => {
  const production = { hosts: ['api.acme.com'], addresses: ['203.0.113.0/24'] };

  test.each([
    ['by an alias of an alias', { aliases: { 'staging.acme.test': ['lb.acme.test', 'API.acme.com.'] } }],
    ['by an address of production', { addresses: { 'staging.acme.test': ['10.0.0.1', '203.0.113.4'] } }],
    [
      'to the address that a production name has, in another form',
      { addresses: { 'staging.acme.test': ['::ffff:198.51.100.9'], 'api.acme.com': ['198.51.100.9'] } },
    ],
    [
      'to loopback, as production does',
      { addresses: { 'staging.acme.test': ['127.0.0.1'], 'api.acme.com': ['::1'] } },
    ],
  ] as const)('%s', async (_how, names) => {
    expect(await verdictOf(asked({ production }), knowing(names))).toMatchObject({ code: 'GUARD_REFUSED' });
  });

  test('loopback alone is no production, and what nobody knows is left to the probe', async () => {
    const names = knowing({ addresses: { 'staging.acme.test': ['127.0.0.1'] } });
    expect(await verdictOf(asked({ production }), names)).toBe('may be reached');
    expect(await verdictOf(asked({ production }), nobody)).toBe('may be reached');
  });

  test.each([
    [{ admin: { url: 'https://API.acme.com./admin' } }, 'options.admin.url'],
    [{ host: 'api.acme.com' }, 'options.host'],
    [{ databases: ['postgres://u:p@203.0.113.4/x'] }, 'options.databases.0'],
  ])('what the options name is looked at, too: %j', async (options, field) => {
    const refusal = await verdictOf(asked({ production, target: { options } }));
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).toContain(field);
  });
});

describe('keys of live accounts', () => {
  const key = 'sk_live_51Habcdefghij';
  test.each([
    ['in the address', { target: { url: `http://x/${encodeURIComponent(key)}` } }, 'targets.staging.url'],
    [
      'deep in the options',
      { target: { options: { auth: { key } } } },
      'tollgate.yaml:10: targets.staging.options.auth.key:',
    ],
    [
      'in the name of a field',
      { target: { options: { [key]: 1 } } },
      'targets.staging.options: in the name of a field',
    ],
    [
      'in a header in base64',
      { target: { options: { auth: { key: `Basic ${btoa(`${key}:`)}` } } } },
      'options.auth.key',
    ],
    ['in a secret', { secrets: [{ name: 'key', value: key }] }, 'targets.staging.secrets.key'],
  ] as const)('%s', async (_where, changes, place) => {
    const refusal = await verdictOf(asked(changes as Changes));
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).toContain(place);
    expect(String(refusal)).not.toContain('51Habc');
  });

  test('in an example, with its line', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'guard-'));
    mkdirSync(join(dir, 'features'));
    writeFileSync(join(dir, 'features', 'a.feature'), `Feature: A\n  # ${key}\n`);
    const refusal = await verdictOf({ ...asked({}), projectDir: dir });
    expect(String(refusal)).toMatch(/features\/a\.feature:2: found a key that begins with "sk_live_"/);
  });

  test.each([
    'sk_test_51Habcdefghij',
    'live_usage_of_customers',
    'prod_NWjs8kKbJWmuuc',
    'not_live_0123456789abcdef',
    'sk_live_',
  ])('%s is none', async (value) => {
    expect(await verdictOf(asked({ target: { options: { value } } }))).toBe('may be reached');
  });

  test.each([
    'live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM',
    'prod_4f9a8b7c6d5e4f3a2b1c',
    'rk_live_1234',
    'access_token$production$abcd1234',
  ])('%s is one', async (value) => {
    expect(await verdictOf(asked({ target: { options: { value } } }))).toMatchObject({
      code: 'GUARD_REFUSED',
    });
  });
});

describe('what a target may be used for', () => {
  test('production is never run against, and read only where it is granted', async () => {
    const production = { hosts: ['staging.acme.test'], addresses: [] };
    const as = (access: 'read-only' | 'none', effects: GuardRequest['effects']) =>
      verdictOf(asked({ production, effects, target: { access } }));
    expect(String(await as('read-only', ['read', 'write']))).toMatch(/tollgate\.yaml:6: .*by name only/);
    expect(await as('none', ['read'])).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(await as('read-only', ['read'])).toBe('may be reached');
  });

  test.each([
    [['read'], 'write'],
    [['read', 'write'], 'load'],
  ] as const)('one that accepts %j is not given to what needs %s', async (accepts, missing) => {
    const refusal = await verdictOf(asked({ target: { accepts }, effects: ['read', 'write', 'load'] }));
    expect(refusal).toMatchObject({ code: 'BAD_CONFIGURATION' });
    expect(String(refusal)).toMatch(
      new RegExp(`tollgate\\.yaml:7: targets\\.staging\\.accepts: .*expected ${missing}`),
    );
  });
});
