import { expect, test } from 'vitest';
import { toolEnvironment } from '../processes/tool-environment.ts';
import { conditionsOf } from './conditions.ts';

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
    'HTTPS_PROXY, NODE_TLS_REJECT_UNAUTHORIZED, all_proxy: set, and no tool of the run was given them.',
    'NODE_EXTRA_CA_CERTS, SSL_CERT_FILE: set, so that other certificates are trusted than by default.',
  ]);
  expect(conditionsOf({ PATH: '/bin' })).toEqual([]);
});
