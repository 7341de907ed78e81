import { Writable } from 'node:stream';
import type { IRunEnvironment, IRunOptions, ISupportCodeLibrary } from '@cucumber/cucumber/api';

export interface CucumberJob {
  readonly support: ISupportCodeLibrary;
  /** Features, each with the lines to take (`path:3:9`) or whole. */
  readonly paths: readonly string[];
  readonly tags: string | null;
  readonly dryRun: boolean;
  /** Where cucumber writes its own report; null for none. */
  readonly messagesFile: string | null;
}

/** Serial, strict, without retries: a second attempt would hide the first one's wrong amount. */
export function cucumberOptions(job: CucumberJob): IRunOptions {
  return {
    sources: { ...sourcesOf(job.paths), tagExpression: job.tags ?? '' },
    support: job.support,
    runtime: {
      dryRun: job.dryRun,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: {},
    },
    formats: {
      stdout: 'progress',
      files: job.messagesFile === null ? {} : { [job.messagesFile]: 'message' },
      publish: false,
      options: {},
    },
  };
}

export function sourcesOf(paths: readonly string[]) {
  return { defaultDialect: 'en', paths: [...paths], names: [], tagExpression: '', order: 'defined' as const };
}

/** What cucumber prints is for people at a terminal; its events tell us the same. */
export const quiet: IRunEnvironment = {
  stdout: new Writable({ write: (_chunk, _encoding, done) => done() }),
};
