import type { DecidedCheck, DecidedRun } from '../model/deciding/decided-run.ts';
import type { PhaseSummary } from '../model/deciding/verdict.ts';
import { grouped } from './amount-words.ts';
import { statusWords, whyNotPassed, worstFirst } from './check-words.ts';
import type { Exporter } from './exporter.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';
import { gateSymbols, type PageOne, type PageOneReason, pageOne } from './page-one.ts';
import { durationInWords } from './time-words.ts';

/** A pull request or a chat shows so many before nobody reads on; the page has them all. */
const checksShownMax = 10;

/** Page one as Markdown, for pull requests, job summaries and mails. */
export const summary: Exporter = {
  name: 'Summary',
  file: 'summary.md',
  *render({ run }) {
    const page = pageOne(run);
    const blocks = [
      `# ${page.symbol} ${page.word}: ${page.identity.map(markdownText).join(' · ')}`,
      page.scope === null ? markdownText(page.meaning) : `**${markdownText(page.scope)}**`,
      identityTable(run, page),
      ...section('Why', page.reasons.map(reasonLine)),
      ...section('Not proven', page.notProven.map(markdownText)),
      ...section('Not tested', page.notTested.map(markdownText)),
      ...section(`Policy ${page.policy} leaves out`, page.leavesOut.map(markdownText)),
      ...section('Notes on this run', page.conditions.map(markdownText)),
      ...section('Interfaces', page.interfaces.map(interfaceLine)),
      ...section('Defects the sandbox was given', page.defects.map(markdownCode)),
      '## Phases',
      phasesTable(run),
      '## Gates',
      gatesTable(run),
      ...checksBlock(run),
    ];
    yield `${blocks.join('\n\n')}\n`;
  },
};

function identityTable({ verdict }: DecidedRun, page: PageOne): string {
  return markdownTable(
    ['Target', 'Policy', 'Run', 'Seed', 'Took'],
    [
      [
        markdownText(page.target),
        markdownText(page.policy),
        markdownCode(verdict.runId),
        markdownCode(String(verdict.seed)),
        page.elapsed,
      ],
    ],
  );
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${markdownText(title)}`, lines.map((line) => `- ${line}`).join('\n')];
}

function reasonLine(reason: PageOneReason): string {
  const lead = reason.lead === '' ? '' : `**${reason.lead}** `;
  const gate = reason.gate === '' ? '' : ` (${markdownText(reason.gate)})`;
  const [first, ...others] = reason.checks;
  const more = others.length === 0 ? '' : ` and ${grouped(others.length)} more`;
  const checks = first === undefined ? '' : ` — check ${markdownCode(first)}${more}`;
  return `${lead}${markdownText(reason.text)}${gate}${checks}`;
}

function interfaceLine({ provenance, names }: PageOne['interfaces'][number]): string {
  return `${provenance}: ${names.map(markdownText).join(', ')}`;
}

function phasesTable(run: DecidedRun): string {
  return markdownTable(
    ['Phase', 'State', 'Planned', 'Passed', 'Failed', 'Broken', 'Not run', 'Took'],
    run.verdict.phases.map(phaseRow),
  );
}

function phaseRow(phase: PhaseSummary): string[] {
  const counts = [phase.planned, phase.passed, phase.failed, phase.broken, phase.notRun].map(grouped);
  return [phase.name, phase.state.replaceAll('-', ' '), ...counts, durationInWords(phase.durationMs)];
}

function gatesTable(run: DecidedRun): string {
  return markdownTable(
    ['Gate', 'Result', 'Observed', 'Limit', 'Reason'],
    run.verdict.gates.map((gate) => [
      markdownText(gate.title),
      `${gateSymbols[gate.result]} ${gate.result}`,
      ...[gate.observed, gate.limit, gate.reason].map(markdownText),
    ]),
  );
}

function checksBlock(run: DecidedRun): string[] {
  const red = worstFirst(run.checks).filter(({ status }) => !['passed', 'excluded'].includes(status));
  if (red.length === 0) return [];
  const rest = red.length - checksShownMax;
  const more = rest > 0 ? [`… and ${grouped(rest)} more in report.html.`] : [];
  return ['## Checks that are not passed', red.slice(0, checksShownMax).map(checkLine).join('\n'), ...more];
}

function checkLine(decided: DecidedCheck): string {
  const title = markdownText(decided.check.titlePath.join(' › '));
  const id = markdownCode(decided.check.id);
  return `- **${statusWords[decided.status]}** ${title} ${id}: ${markdownText(whyNotPassed(decided))}`;
}
