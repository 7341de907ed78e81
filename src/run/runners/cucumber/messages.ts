import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Envelope, TestStepResult } from '@cucumber/messages';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import { CucumberIndex } from '../../../channel/cucumber-index.ts';
import { picklePlace } from '../../../channel/cucumber-title.ts';
import { verdictOfResults } from '../../../channel/cucumber-verdict.ts';
import type { ReportedCheck, ToolReport } from '../../../model/observing/record.ts';
import type { RunnerRequest } from '../../runner.ts';

export type MessagesRequest = Pick<RunnerRequest, 'phase' | 'projectDir' | 'packageDir' | 'keep'>;

/** Cucumber's own messages, read as the second witness. Never throws: a report that is not there says so. */
export async function readCucumberMessages(
  request: MessagesRequest,
  messagesFile: string,
): Promise<ToolReport> {
  const path = basename(messagesFile);
  const bytes = await readFile(messagesFile).catch(() => null);
  if (bytes === null || bytes.length === 0) return { kind: 'missing', path };
  try {
    const read = readMessages(request, bytes.toString('utf8'));
    const evidence = await request.keep({ name: path, mediaType: 'application/x-ndjson', bytes });
    return { kind: 'read', evidence, ...read };
  } catch (error) {
    return { kind: 'unreadable', path, reason: error instanceof Error ? error.message : String(error) };
  }
}

interface MessagesRead {
  readonly finished: boolean;
  readonly checks: readonly ReportedCheck[];
  readonly runErrors: readonly string[];
}

function readMessages(request: MessagesRequest, text: string): MessagesRead {
  const messages = envelopes(text);
  return {
    finished: messages.some(({ testRunFinished }) => testRunFinished),
    checks: reportedChecks(request, messages),
    runErrors: messages.flatMap(runError),
  };
}

function runError({ testRunHookFinished, parseError }: Envelope): readonly string[] {
  if (parseError) return [parseError.message];
  if (!testRunHookFinished || testRunHookFinished.result.status === 'PASSED') return [];
  return [testRunHookFinished.result.exception?.message ?? 'a hook of the run failed'];
}

/** A scenario that was begun and not ended has no result and is not reported as one. */
function reportedChecks(request: MessagesRequest, messages: readonly Envelope[]): readonly ReportedCheck[] {
  const index = new CucumberIndex();
  const started = new Map<string, { readonly testCaseId: string; readonly results: TestStepResult[] }>();
  const checks: ReportedCheck[] = [];
  for (const message of messages) {
    const { testCaseStarted: begun, testStepFinished: step, testCaseFinished: done } = message;
    index.learn(message);
    if (begun) started.set(begun.id, { testCaseId: begun.testCaseId, results: [] });
    if (step) started.get(step.testCaseStartedId)?.results.push(step.testStepResult);
    const ended = done && started.get(done.testCaseStartedId);
    if (ended) checks.push(reported(request, index.ofCase(ended.testCaseId), ended.results));
  }
  return checks;
}

function reported(
  request: MessagesRequest,
  { document, pickle }: ReturnType<CucumberIndex['ofCase']>,
  results: readonly TestStepResult[],
): ReportedCheck {
  const file = checkFile(resolve(request.projectDir, pickle.uri), request);
  const { titlePath } = picklePlace(document, pickle);
  return {
    id: checkIdOf({ phase: request.phase, file, titlePath }),
    status: verdictOfResults(results).status,
  };
}

/** A killed process leaves half a line at the end: it is left out, and the missing end says the rest. */
function envelopes(text: string): readonly Envelope[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Envelope);
  return last === '' || !isJson(last) ? whole : [...whole, JSON.parse(last) as Envelope];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
