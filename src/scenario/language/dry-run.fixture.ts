import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';

const root = resolve(import.meta.dirname, '../../..');

/** What cucumber says of the features when it looks up our steps and plays none of them. */
export async function dryRun(paths: readonly string[]): Promise<readonly Envelope[]> {
  const messages: Envelope[] = [];
  const importPaths = globSync('steps/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => join(root, file));
  const sources = {
    defaultDialect: 'en',
    paths: [...paths],
    names: [],
    tagExpression: '',
    order: 'defined' as const,
  };
  const silent = { cwd: root, stdout: new Writable({ write: (_chunk, _encoding, done) => done() }) };
  const support = await loadSupport({ sources, support: { importPaths } }, silent);
  const runtime = { dryRun: true, failFast: false, filterStacktraces: true, parallel: 0, retry: 0 };
  await runCucumber(
    {
      sources,
      support,
      runtime: { ...runtime, retryTagFilter: '', strict: true, worldParameters: {} },
      formats: { stdout: 'progress', files: {}, publish: false, options: {} },
    },
    silent,
    (message) => messages.push(message),
  );
  return messages;
}
