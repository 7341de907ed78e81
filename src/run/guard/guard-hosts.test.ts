import { describe, expect, test } from 'vitest';
import { asked, nobody, verdictOf } from './guard.fixture.ts';
import type { NameService } from './guard-address.ts';

describe('a host in the options is found however it stands there', () => {
  const production = {
    hosts: ['api.acme.com', '*.live.acme.com', 'prod-db', '*.production.example'],
    addresses: ['203.0.113.0/24', '2001:db8::7'],
  };
  const given = (base: unknown) => verdictOf(asked({ production, target: { options: { base } } }));

  test.each([
    ' https://api.acme.com',
    'https:\\\\api.acme.com',
    'https:/api.acme.com',
    'https:api.acme.com',
    'https:api.acme.com:443',
    '//api.acme.com',
    'ht\ttps://api.acme.com',
    'https://api%2eacme%2ecom',
    'api.acme.com/v1',
    'api.acme.com:443/v1',
    'u@api.acme.com',
    'https://u:p@api.acme.com',
    'api.acme.com ',
    'api。acme。com',
    'jdbc:postgresql://api.acme.com/db',
    'jdbc:oracle:thin:@api.acme.com:1521:XE',
    '\\\\api.acme.com\\share',
    'Host=api.acme.com;Port=5432',
    'host=a.test hostaddr=203.0.113.9',
    'a.test:9092,api.acme.com:9092',
    'a.test\napi.acme.com',
    'postgres://a.test,api.acme.com/db',
    '["api.acme.com"]',
    '[api.acme.com]',
    'http://a.test?next=https%3A%2F%2Fapi.acme.com',
    '2001:db8::7',
    '[2001:db8::7]:443',
    '3405803785',
    3405803785,
    'prod-db',
    'prod-db.',
    'tcp:prod-db:5432',
    { 'api.acme.com': 1 },
    { 'https://api.acme.com': 1 },
    [{ deep: ['x', 'b.live.acme.com'] }],
  ])('%j', async (base) => {
    const refusal = await given(base);
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).toMatch(/options.* found a host that is production/);
  });

  test.each([
    'production-test.example',
    'reproduction',
    'production',
    'live-demo',
    'localhost:8080',
    'acme.com',
    'https://api.acme.com.example/v1',
    './certs/api.acme.com/ca.pem',
    'not api.acme.community',
    443,
    0,
    1.5,
    '12:30',
    '1,234.50 EUR',
    '2026-11-23T01:00:00Z',
    '::',
    true,
    null,
  ])('and %j is none', async (base) => {
    expect(await given(base)).toBe('may be reached');
  });

  test('nor is a mailbox, where it is called one', async () => {
    const options = { email: 'Billing <billing@api.acme.com>', link: 'mailto:billing@api.acme.com' };
    expect(await verdictOf(asked({ production, target: { options } }))).toBe('may be reached');
  });

  test('a secret may be a whole connection string', async () => {
    const secrets = [{ name: 'dsn', value: 'postgres://u:p@prod-db/billing' }];
    const refusal = await verdictOf(asked({ production, secrets }));
    expect(String(refusal)).toMatch(/staging\.secrets\.dsn: found a host that is production/);
    expect(String(refusal)).not.toContain('prod-db');
  });

  test('name servers hear of what reads like a host, once, and of no other word and no secret', async () => {
    const heard: string[] = [];
    const names: NameService = {
      ...nobody,
      aliases: async (name) => {
        heard.push(name);
        return [];
      },
    };
    const options = {
      label: 'reproduction',
      note: 'Reads a.test. Then stops.',
      host: 'db.test',
      again: 'db.test',
    };
    const secrets = [{ name: 'token', value: 'aaaa.bbbb.cccc' }];
    await verdictOf(asked({ production, secrets, target: { options } }), names);
    expect(heard).toEqual(['staging.acme.test', 'db.test']);
  });
});
