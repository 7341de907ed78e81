import type { DecidedCheck, DecidedRun } from '../model/deciding/decided-run.ts';
import type { GateResult, PhaseSummary, VerdictDocument } from '../model/deciding/verdict.ts';
import { unreachable } from '../model/fault.ts';
import { phaseNames } from '../model/observing/phase.ts';
import { batched } from './batched.ts';
import { whyInFull, whyNotPassed } from './check-words.ts';
import type { Exporter } from './exporter.ts';
import { elapsedMs, seconds } from './time-words.ts';
import { xmlAttributes, xmlText } from './xml.ts';

type Outcome =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failure' | 'error' | 'skipped';
      readonly type: string;
      readonly message: string;
      readonly body: string;
    };

interface TestCase {
  readonly className: string;
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly durationMs: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
}

interface Suite {
  readonly name: string;
  readonly durationMs: number;
  readonly cases: readonly TestCase[];
}

/**
 * JUnit XML for build servers. A reader that knows nothing but this file must see red whenever the verdict blocks: a
 * planned check without result is an error, and phases and gates are test cases too.
 */
export const junit: Exporter = {
  name: 'JUnit XML',
  file: 'junit.xml',
  render: ({ run }) => batched(documentOf(run)),
};

function* documentOf(run: DecidedRun): Iterable<string> {
  const suites = suitesOf(run);
  const all = suites.flatMap((suite) => suite.cases);
  const { verdict } = run;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({
    name: `tollgate ${verdict.verdict}`,
    ...counts(all),
    time: seconds(elapsedMs(verdict.startedAt, verdict.finishedAt)),
  })}>\n`;
  for (const suite of suites) yield* suiteXml(suite, verdict);
  yield '</testsuites>\n';
}

function suitesOf(run: DecidedRun): readonly Suite[] {
  const { verdict } = run;
  const phases = phaseNames.flatMap((name) => {
    const cases = run.checks.filter((check) => check.check.phase === name).map(checkCase);
    const durationMs = verdict.phases.find((phase) => phase.name === name)?.durationMs ?? 0;
    return cases.length === 0 ? [] : [{ name, durationMs, cases }];
  });
  // A narrowed run gives no verdict, so its gates say nothing; what it covered stands in its checks.
  if (verdict.scope.narrowed) return [...phases, ...completenessSuite(verdict)];
  return [
    ...phases,
    ...completenessSuite(verdict),
    { name: 'gates', durationMs: 0, cases: verdict.gates.map(gateCase) },
  ];
}

function completenessSuite(verdict: VerdictDocument): readonly Suite[] {
  const cases = verdict.phases.filter((phase) => phase.state !== 'not-in-scope').map(phaseCase);
  return cases.length === 0 ? [] : [{ name: 'completeness', durationMs: 0, cases }];
}

function* suiteXml(suite: Suite, verdict: VerdictDocument): Iterable<string> {
  const attributes = {
    name: suite.name,
    ...counts(suite.cases),
    time: seconds(suite.durationMs),
    timestamp: verdict.startedAt,
  };
  yield `  <testsuite${xmlAttributes(attributes)}>\n`;
  yield propertiesXml('    ', {
    verdict: verdict.verdict,
    run: verdict.runId,
    policy: verdict.policy.name,
    target: `${verdict.target.name} ${verdict.target.version}`,
    release: `${verdict.release.name} ${verdict.release.candidate}`,
    seed: String(verdict.seed),
  });
  for (const testCase of suite.cases) yield caseXml(testCase);
  yield '  </testsuite>\n';
}

function caseXml(testCase: TestCase): string {
  const attributes = xmlAttributes({
    classname: testCase.className,
    name: testCase.name,
    file: testCase.file,
    line: testCase.line,
    time: seconds(testCase.durationMs),
  });
  const inside = propertiesXml('      ', testCase.properties) + outcomeXml(testCase.outcome);
  if (inside === '') return `    <testcase${attributes}/>\n`;
  return `    <testcase${attributes}>\n${inside}    </testcase>\n`;
}

function outcomeXml(outcome: Outcome): string {
  if (outcome.kind === 'passed') return '';
  const { kind, type, message, body } = outcome;
  if (kind === 'skipped') return `      <skipped${xmlAttributes({ message })}/>\n`;
  return `      <${kind}${xmlAttributes({ type, message })}>${xmlText(body)}</${kind}>\n`;
}

function propertiesXml(indent: string, properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(
    ([name, value]) => `${indent}  <property${xmlAttributes({ name, value })}/>\n`,
  );
  return lines.length === 0 ? '' : `${indent}<properties>\n${lines.join('')}${indent}</properties>\n`;
}

function counts(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const of = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome.kind === kind).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function checkCase(decided: DecidedCheck): TestCase {
  const { check } = decided;
  return {
    className: [check.phase, ...check.titlePath.slice(0, -1)].join('.'),
    name: check.titlePath.at(-1) ?? check.id,
    file: check.file,
    line: check.line,
    durationMs: decided.durationMs,
    properties: checkProperties(decided),
    outcome: checkOutcome(decided),
  };
}

function checkProperties(decided: DecidedCheck): Readonly<Record<string, string>> {
  const measured = decided.measurements.map(({ name, value, unit }) => [
    `measurement ${name}`,
    `${value} ${unit}`,
  ]);
  const money = decided.differences.map((found, index) => [
    `difference ${index + 1}`,
    `${found.measure} ${found.currency} expected ${found.expected} actual ${found.actual}`,
  ]);
  return Object.fromEntries([['check', decided.check.id], ...money, ...measured]);
}

function checkOutcome(decided: DecidedCheck): Outcome {
  const said = { message: whyNotPassed(decided), body: whyInFull(decided) };
  switch (decided.status) {
    case 'passed':
      return { kind: 'passed' };
    case 'failed':
      return { kind: 'failure', type: decided.error?.type ?? 'failed', ...said };
    case 'broken':
      return { kind: 'error', type: decided.cause ?? 'broken', ...said };
    case 'not-run':
      return { kind: 'error', type: 'notRun', ...said };
    case 'excluded':
      return { kind: 'skipped', type: 'excluded', ...said };
    default:
      return unreachable(decided.status, 'check status');
  }
}

function phaseCase(phase: PhaseSummary): TestCase {
  const faults = phase.faults.length === 0 ? 'The phase is not complete.' : phase.faults.join('\n');
  const outcome: Outcome =
    phase.state === 'complete'
      ? { kind: 'passed' }
      : { kind: 'error', type: 'incomplete', message: phase.faults[0] ?? faults, body: faults };
  return oddCase({ className: 'completeness', name: `phase ${phase.name} is complete`, outcome });
}

function gateCase(gate: GateResult): TestCase {
  return oddCase({ className: 'gates', name: `${gate.id}: ${gate.title}`, outcome: gateOutcome(gate) });
}

function gateOutcome(gate: GateResult): Outcome {
  const said = {
    type: gate.result,
    message: gate.reason,
    body: `Observed: ${gate.observed}\nLimit: ${gate.limit}\n${gate.reason}`,
  };
  switch (gate.result) {
    case 'met':
      return { kind: 'passed' };
    case 'missed':
      return { kind: 'failure', ...said };
    case 'unproven':
      return { kind: 'error', ...said };
    case 'waived':
      return { kind: 'skipped', ...said };
    default:
      return unreachable(gate.result, 'gate result');
  }
}

function oddCase(facts: Pick<TestCase, 'className' | 'name' | 'outcome'>): TestCase {
  return { ...facts, file: null, line: null, durationMs: 0, properties: {} };
}
