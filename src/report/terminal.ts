import { styleText } from 'node:util';
import type { DecidedRun } from '../model/deciding/decided-run.ts';
import type {
  GateOutcome,
  GateResult,
  PhaseSummary,
  VerdictDocument,
  VerdictWord,
} from '../model/deciding/verdict.ts';
import { counted } from './amount-words.ts';
import { statusOrder, worstFirst } from './check-words.ts';
import { explainCommand } from './commands.ts';
import { gateSymbols, type PageOne, type PageOneReason, pageOne } from './page-one.ts';
import { durationInWords } from './time-words.ts';
import { visibleLine } from './visible-text.ts';
import { wrapText } from './wrap.ts';

export interface TerminalOptions {
  readonly columns: number;
  readonly color: boolean;
  /** Where the page was written; the run's usual place when it is left out. */
  readonly reportPath?: string;
}

type Color = 'green' | 'yellow' | 'red' | 'magenta' | 'bold' | 'dim';

interface Ink {
  readonly columns: number;
  readonly paint: (color: Color | readonly Color[], text: string) => string;
}

const verdictColors: Readonly<Record<VerdictWord, Color>> = {
  GO: 'green',
  'CONDITIONAL GO': 'yellow',
  'NO-GO': 'red',
  INCOMPLETE: 'magenta',
};

const gateColors: Readonly<Record<GateOutcome, Color>> = {
  met: 'green',
  missed: 'red',
  unproven: 'magenta',
  waived: 'yellow',
};

const labelWidth = 12;

/** Page one for a terminal, with what to type next. */
export function renderVerdict(run: DecidedRun, options: TerminalOptions): string {
  const ink: Ink = {
    columns: Math.max(40, options.columns),
    paint: (color, text) =>
      options.color ? styleText([color].flat(), text, { validateStream: false }) : text,
  };
  const page = pageOne(run);
  const blocks = [
    head(run, page, ink),
    why(page, ink),
    caveats(page, ink),
    phasesTable(run.verdict.phases, ink),
    gatesList(run.verdict, ink),
    next(run, options, ink),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function head(run: DecidedRun, page: PageOne, ink: Ink): string {
  const { verdict } = run;
  const word = `${page.word} ${page.symbol}`;
  const title = labelledLine(word, page.identity.join(' · '), ink);
  const facts = [
    `target ${page.target}`,
    `policy ${page.policy}`,
    `seed ${verdict.seed}`,
    `run ${verdict.runId}`,
    page.elapsed,
  ];
  return [
    ink.paint(['bold', verdictColors[page.word]], word) + title.slice(word.length),
    flowing(facts.join(' · '), ink),
    ...(page.scope === null ? [] : [ink.paint('bold', flowing(page.scope, ink))]),
    ...(page.defects.length === 0
      ? []
      : [ink.paint('yellow', flowing(`Sandbox with defects: ${page.defects.join(', ')}`, ink))]),
  ].join('\n');
}

function why(page: PageOne, ink: Ink): string {
  if (page.reasons.length === 0) return labelledLine('WHY', page.meaning, ink);
  return page.reasons
    .map((reason, index) => {
      const label = `${index === 0 ? 'WHY' : ''}`.padEnd(4) + String(index + 1);
      return labelledLine(label, reasonText(reason), ink);
    })
    .join('\n');
}

function reasonText(reason: PageOneReason): string {
  const [first, ...others] = reason.checks;
  const more = others.length === 0 ? '' : ` and ${counted(others.length, 'more check')}`;
  return [
    reason.lead,
    reason.text,
    reason.gate === '' ? '' : `(${reason.gate})`,
    first === undefined ? '' : `→ ${first}${more}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function caveats(page: PageOne, ink: Ink): string {
  const unreal = page.interfaces.filter(({ provenance }) => provenance !== 'Real');
  return [
    ...listed('NOT PROVEN', page.notProven, ink),
    ...listed('NOT TESTED', page.notTested, ink),
    ...unreal.map(({ provenance, names }) => labelledLine(provenance.toUpperCase(), names.join(', '), ink)),
    ...listed('NOTE', page.conditions, ink),
    ...listed('LEFT OUT', page.leavesOut, ink),
  ].join('\n');
}

function listed(label: string, lines: readonly string[], ink: Ink): string[] {
  return lines.map((line, index) => labelledLine(index === 0 ? label : '', line, ink));
}

function phasesTable(phases: readonly PhaseSummary[], ink: Ink): string {
  const heads = ['planned', 'passed', 'failed', 'broken', 'not run'];
  const top = `${'PHASE'.padEnd(13)}${heads.map((title) => title.padStart(8)).join('')}${'time'.padStart(13)}`;
  return [ink.paint('dim', top), ...phases.flatMap((phase) => phaseLines(phase, ink))].join('\n');
}

function phaseLines(phase: PhaseSummary, ink: Ink): string[] {
  if (phase.state === 'not-in-scope') return [ink.paint('dim', `${phase.name.padEnd(13)} not in scope`)];
  const counts: readonly (readonly [number, Color])[] = [
    [phase.planned, 'bold'],
    [phase.passed, 'green'],
    [phase.failed, 'red'],
    [phase.broken, 'magenta'],
    [phase.notRun, 'magenta'],
  ];
  const cells = counts.map(([count, color]) =>
    ink.paint(count === 0 ? 'dim' : color, String(count).padStart(8)),
  );
  const line = `${phase.name.padEnd(13)}${cells.join('')}${durationInWords(phase.durationMs).padStart(13)}`;
  return phase.state === 'incomplete' ? [`${line}  ${ink.paint('magenta', 'INCOMPLETE')}`] : [line];
}

/** A narrowed run judges no gate for the release; only what it proved wrong is shown. */
function gatesList({ gates, scope }: VerdictDocument, ink: Ink): string {
  const shown = scope.narrowed ? gates.filter((gate) => gate.result === 'missed') : gates;
  if (shown.length === 0) return '';
  return [ink.paint('dim', 'GATES'), ...shown.map((gate) => gateLine(gate, ink))].join('\n');
}

/** A met gate takes one line; any other says why, and what the limit is. */
function gateLine(gate: GateResult, ink: Ink): string {
  const mark = `${gateSymbols[gate.result]} ${gate.result}`.padEnd(labelWidth - 1);
  const painted = ink.paint(gateColors[gate.result], mark);
  if (gate.result === 'met')
    return `${painted} ${cutTo(`${gate.title}: ${gate.observed}`, ink.columns - labelWidth)}`;
  const text = `${gate.title}: ${gate.observed}. ${gate.reason} (limit: ${gate.limit})`;
  return `${painted} ${wrapLine(text, labelWidth, ink)}`;
}

function cutTo(text: string, columns: number): string {
  const line = visibleLine(text);
  return line.length <= columns ? line : `${line.slice(0, columns - 1)}…`;
}

function next(run: DecidedRun, options: TerminalOptions, ink: Ink): string {
  const { runId } = run.verdict;
  const [worst] = worstFirst(run.checks);
  const isRed = worst !== undefined && statusOrder.indexOf(worst.status) < statusOrder.indexOf('passed');
  const lines = [
    ['REPORT', options.reportPath ?? `reports/${runId}/report.html`],
    ...(isRed ? [['EXPLAIN', explainCommand('latest', worst.check.id)]] : []),
    ...(isRed ? [['RETEST', 'npx tollgate run --failed latest']] : []),
  ];
  // Commands and paths are not wrapped, so that they can be copied whole.
  return lines
    .map(([label = '', text = '']) => `${ink.paint('dim', label.padEnd(labelWidth))}${visibleLine(text)}`)
    .join('\n');
}

/** A label in its own column, the text flowing beside it. */
function labelledLine(label: string, text: string, ink: Ink): string {
  const used = Math.max(labelWidth, [...label].length + 2);
  const wrapped = wrapText(visibleLine(text), { columns: ink.columns, indent: labelWidth, used });
  return `${label.padEnd(used)}${wrapped}`.trimEnd();
}

function flowing(text: string, ink: Ink): string {
  return labelledLine('', text, ink);
}

function wrapLine(text: string, indent: number, ink: Ink): string {
  return wrapText(visibleLine(text), { columns: ink.columns, indent });
}
