import { expect, test } from 'vitest';
import { unreachableTarget, wasNeverSent } from './http-failure.ts';

const failing = (code: string, message = code) => Object.assign(new Error(message), { code });

test.each([
  ['CERT_HAS_EXPIRED', /its certificate has expired/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /its certificate is self-signed/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /its certificate is for another name/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /from an authority that this machine does not know/],
])('%s is told in plain words, with what to do, and nothing was sent', (code, words) => {
  const fault = unreachableTarget('GET /x', 'https://a.test', failing(code));
  expect(fault).toMatchObject({ code: 'TARGET_UNREACHABLE', message: expect.stringMatching(words) });
  expect(fault.hint).toMatch(/NODE_EXTRA_CA_CERTS; there is no switch to ignore it/);
  expect(wasNeverSent(failing(code))).toBe(true);
});

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT'])('after %s nobody knows', (code) => {
  expect(wasNeverSent(failing(code))).toBe(false);
});

test('of an attempt on several addresses the first reason is told', () => {
  const several = Object.assign(new AggregateError([failing('ECONNREFUSED', 'connect refused ::1')]), {
    code: 'ECONNREFUSED',
  });
  expect(unreachableTarget('GET /x', 'http://a.test', several).message).toMatch(/\(connect refused ::1\)/);
  expect(wasNeverSent(several)).toBe(true);
});
