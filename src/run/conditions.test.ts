import { expect, test } from 'vitest';
import { conditionsOf } from './conditions.ts';
import { toolEnvironment } from './tool-environment.ts';

const env = {
  HTTPS_PROXY: 'http://user:hunter22@proxy:3128',
  no_proxy: '',
  all_proxy: 'socks://x',
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_EXTRA_CA_CERTS: '/etc/own-ca.pem',
  SSL_CERT_FILE: '/etc/all.pem',
  PATH: '/bin',
};

test('no tool is given a proxy or a switch that trusts everybody; certificates are passed on', () => {
  expect(toolEnvironment(env, { ADDED: '1' })).toEqual({
    NODE_EXTRA_CA_CERTS: '/etc/own-ca.pem',
    SSL_CERT_FILE: '/etc/all.pem',
    PATH: '/bin',
    ADDED: '1',
  });
});

test('the reader is told the names, and no values', () => {
  expect(conditionsOf(env)).toEqual([
    'HTTPS_PROXY is set; no tool of the run was given it.',
    'NODE_TLS_REJECT_UNAUTHORIZED is set; no tool of the run was given it.',
    'all_proxy is set; no tool of the run was given it.',
    'NODE_EXTRA_CA_CERTS is set: other certificates are trusted than by default.',
    'SSL_CERT_FILE is set: other certificates are trusted than by default.',
  ]);
  expect(conditionsOf({ PATH: '/bin' })).toEqual([]);
});
