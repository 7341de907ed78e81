import type { DecidedCheck, DecidedRun, DecidedStatus } from '../model/deciding/decided-run.ts';
import { gapOf } from './amount-words.ts';
import { batched } from './batched.ts';
import { countByStatus, whyNotPassed } from './check-words.ts';
import { rerunCommand } from './commands.ts';
import { type Exporter, evidencePath } from './exporter.ts';
import { nameBasedUuid } from './name-based-uuid.ts';
import { safeJson } from './safe-json.ts';
import { elapsedMs } from './time-words.ts';
import { visibleLine, visibleText } from './visible-text.ts';

/**
 * CTRF has no word for "we could not tell" and "never ran". Both are failed there, because its readers act on failed alone
 * and a gap in the evidence must not look green to them; `rawStatus` and `extra` keep the difference.
 */
const ctrfStatus: Readonly<Record<DecidedStatus, 'passed' | 'failed' | 'skipped'>> = {
  passed: 'passed',
  failed: 'failed',
  broken: 'failed',
  'not-run': 'failed',
  excluded: 'skipped',
};

/** Common Test Report Format, version 1.0: one test per check; money, measurements and hashes in `extra`. */
export const ctrf: Exporter = {
  name: 'CTRF',
  file: 'ctrf.json',
  render: ({ run }) => batched(documentOf(run)),
};

function* documentOf(run: DecidedRun): Iterable<string> {
  const { verdict } = run;
  yield '{\n';
  yield `"reportFormat": "CTRF",\n"specVersion": "1.0.0",\n`;
  yield `"reportId": ${safeJson(nameBasedUuid(`run ${verdict.runId} ${verdict.asOf}`))},\n`;
  yield `"timestamp": ${safeJson(verdict.finishedAt)},\n`;
  yield `"generatedBy": ${safeJson(`tollgate ${verdict.tollgateVersion}`)},\n`;
  yield '"results": {\n';
  yield `"tool": ${safeJson({ name: 'tollgate', version: verdict.tollgateVersion })},\n`;
  yield `"summary": ${safeJson(summaryOf(run))},\n`;
  yield '"tests": [';
  let separator = '\n';
  for (const decided of run.checks) {
    yield `${separator}${safeJson(testOf(decided))}`;
    separator = ',\n';
  }
  yield '\n],\n';
  yield `"environment": ${safeJson(environmentOf(run))},\n`;
  yield `"extra": ${safeJson(extraOf(run))}\n}\n}\n`;
}

function summaryOf(run: DecidedRun): object {
  const counts = countByStatus(run.checks);
  const { startedAt, finishedAt } = run.verdict;
  const start = Date.parse(startedAt) || 0;
  return {
    tests: run.checks.length,
    passed: counts.passed,
    failed: counts.failed + counts.broken + counts['not-run'],
    skipped: counts.excluded,
    pending: 0,
    other: 0,
    suites: new Set(run.checks.map((check) => check.check.phase)).size,
    start,
    stop: Date.parse(finishedAt) || start,
    duration: elapsedMs(startedAt, finishedAt),
    extra: {
      failed: counts.failed,
      broken: counts.broken,
      notRun: counts['not-run'],
      excluded: counts.excluded,
    },
  };
}

function testOf(decided: DecidedCheck): object {
  const { check } = decided;
  const name = check.titlePath.at(-1) ?? '';
  return {
    id: nameBasedUuid(check.id),
    name: visibleLine(name === '' ? check.id : name),
    status: ctrfStatus[decided.status],
    duration: Math.max(0, Math.round(decided.durationMs)),
    suite: [check.phase, ...check.titlePath.slice(0, -1)].map(visibleLine),
    ...(decided.status === 'passed' ? {} : { message: visibleText(whyNotPassed(decided)) }),
    ...(decided.error === null || decided.error.stack === ''
      ? {}
      : { trace: visibleText(decided.error.stack) }),
    line: check.line,
    rawStatus: decided.status,
    tags: check.tags.map(visibleLine),
    type: check.phase,
    filePath: visibleLine(check.file),
    ...(decided.evidence.length === 0 ? {} : { attachments: decided.evidence.map(attachmentOf) }),
    extra: testExtra(decided),
  };
}

function attachmentOf(item: DecidedCheck['evidence'][number]): object {
  return {
    name: visibleLine(item.name),
    contentType: visibleLine(item.mediaType),
    path: evidencePath(item.sha256),
    extra: { sha256: item.sha256, bytes: item.bytes },
  };
}

function testExtra(decided: DecidedCheck): object {
  const { check } = decided;
  return {
    checkId: check.id,
    topic: check.topic,
    needs: check.needs,
    cause: decided.cause,
    reason: visibleText(decided.reason),
    differences: decided.differences.map((found) => ({
      measure: visibleLine(found.measure),
      currency: found.currency,
      expected: found.expected,
      actual: found.actual,
      difference: gapOf(found),
      nature: found.nature,
      customer: visibleLine(found.customer),
      invoice: visibleLine(found.invoice),
      explanation: visibleText(found.explanation),
    })),
    measurements: decided.measurements,
    rerun: rerunCommand(check.id),
  };
}

function environmentOf({ verdict }: DecidedRun): object {
  return {
    reportName: visibleLine(`${verdict.verdict}: ${verdict.release.name} ${verdict.release.candidate}`),
    appName: visibleLine(verdict.target.name),
    appVersion: visibleLine(verdict.target.version),
    testEnvironment: visibleLine(verdict.target.environment),
    // Left out where there is no verdict: a narrowed run says nothing about the whole.
    ...(verdict.scope.narrowed ? {} : { healthy: verdict.verdict === 'GO' }),
  };
}

function extraOf({ verdict }: DecidedRun): object {
  return {
    runId: verdict.runId,
    verdict: verdict.verdict,
    policy: verdict.policy,
    scope: verdict.scope,
    seed: verdict.seed,
    phases: verdict.phases,
    gates: verdict.gates,
    money: verdict.money,
    interfaces: verdict.interfaces,
    notTested: verdict.notTested,
    conditions: verdict.conditions,
    planDigest: verdict.planDigest,
    journalHead: verdict.journalHead,
  };
}
