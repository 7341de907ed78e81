import { expect, test } from 'vitest';
import { serverArguments } from './command-line.ts';
import { logSettings } from './log-settings.ts';
import { memoryAccess, postgresAccess, serverProperties } from './properties.ts';

const files = (version: string) => ({
  version,
  war: '/cache/server.war',
  libraries: ['/cache/jetty.jar', '/cache/jaxb.jar'],
  launcherFolder: '/cache/launcher',
  tables: '/cache/tables.sql',
});
const folders = { work: '/tmp/work', temporary: '/tmp/work/temporary' };

test('a server listens on any free port of loopback, and writes nowhere but to its own folder', () => {
  const args = serverArguments(files('0.22.26'), folders);
  expect(args.slice(-8)).toEqual([
    ...['Launcher', '--host', '127.0.0.1', '--port', '0', '--path', '/', '/cache/server.war'],
  ]);
  expect(args).toContain('/cache/launcher:/cache/jetty.jar:/cache/jaxb.jar');
  expect(args).toContain('-Dh2.bindAddress=127.0.0.1');
  expect(args).toContain('-Djava.io.tmpdir=/tmp/work/temporary');
  expect(args).toContain('-Dorg.killbill.server.properties=file:///tmp/work/killbill.properties');
});

test('what only older servers need is given to them only', () => {
  const exports = (version: string) =>
    serverArguments(files(version), folders).filter((one) => one.startsWith('--add-exports'));
  expect(exports('0.20.9')).toEqual(['--add-exports=jdk.naming.rmi/com.sun.jndi.rmi.registry=ALL-UNNAMED']);
  expect(exports('0.22.26')).toEqual([]);
});

test('the guards against double billing stay as a customer has them', () => {
  const text = serverProperties(memoryAccess, '/tmp/work');
  expect(text).not.toMatch(/SafetyBound|payment\.retry/);
  expect(text).toContain('org.killbill.server.test.mode=true\n');
  expect(text).toContain('org.killbill.dao.url=jdbc:h2:mem:killbill;MODE=MYSQL;DB_CLOSE_DELAY=-1\n');
});

test('server and plugins reach the same database', () => {
  const cluster = { port: 5544, user: 'tollgate', password: 'p', database: 'postgres' };
  const text = serverProperties(postgresAccess(cluster), '/tmp/work');
  for (const prefix of ['dao', 'billing.osgi.dao'])
    expect(text).toContain(`org.killbill.${prefix}.url=jdbc:postgresql://127.0.0.1:5544/postgres\n`);
});

test('a folder with odd letters does not break the settings of the log', () => {
  expect(logSettings('/tmp/a&b<c/$x/server.log')).toContain('<file>/tmp/a&amp;b&lt;c/\\$x/server.log</file>');
});
