import type { ProvableCheck } from '../../prove/messages.ts';
import { type DefectResult, isCaughtLater, scoreBy, type Tally, tallyOf } from '../../prove/result.ts';
import type { Sample } from '../../prove/sample.ts';
import type { ToolPhaseProof } from '../../prove/tool-phases.ts';
import { visibleLine, visibleTitle } from '../../report/visible-text.ts';

/** What `tollgate prove` found, as lines of at most so many columns. */
export interface ShownProof {
  readonly results: readonly DefectResult[];
  readonly checks: readonly ProvableCheck[];
  readonly seed: number;
  readonly toolPhases: readonly ToolPhaseProof[];
  readonly sample: Sample;
  readonly seconds: number;
  /** Where the proof is kept. */
  readonly kept: string;
}

export function proofLines(proof: ShownProof, columns: number): readonly string[] {
  return [
    heading,
    ...proof.results.flatMap((result) => [
      ...resultLines(result, columns),
      ...brokenLines(result, proof.checks).map((line) => cut(line, columns)),
    ]),
    '',
    ...scores(proof.results),
    '',
    ...waysLines(proof).flatMap((line) => wrapped(line, columns)),
    ...brokenCount(proof.results).flatMap((line) => wrapped(line, columns)),
    `${proof.seconds.toFixed(0)} seconds. Kept in ${proof.kept}`,
    '',
    lastLine(tallyOf(proof.results)),
  ];
}

const nameWidth = 42;
const brokenShown = 3;
const faultsShown = 5;
const faultLength = 400;
const heading = `${'defect'.padEnd(nameWidth)} ${'row'.padEnd(9)} ${'effect'.padEnd(15)} seconds`;

function resultLines(
  { defect, ending, reachedBy, seconds }: DefectResult,
  columns: number,
): readonly string[] {
  const { name, row, effect } = defect;
  const first = `${visibleTitle(name, nameWidth).padEnd(nameWidth)} ${visibleTitle(row, 9).padEnd(9)} ${effect.padEnd(15)} ${seconds.toFixed(1).padStart(7)}`;
  switch (ending.kind) {
    case 'caught': {
      const { phase, title, way, furtherSeed } = ending.by;
      const last = title.split(' › ').at(-1) ?? title;
      const how = furtherSeed === null ? '' : `, only with seed ${furtherSeed}`;
      return [first, cut(`  ${phase}${way === 'http' ? ' over HTTP' : ''}${how}: ${last}`, columns)];
    }
    case 'missed':
      return [first, cut(`  MISSED ${seenBy(reachedBy)}: ${defect.title}`, columns)];
    case 'unproven':
      return [first, ...wrapped(`  NOT PROVEN: ${ending.why}`, columns)];
  }
}

/** Whether the suites never come to the place, or come there and do not look. */
function seenBy(reachedBy: number): string {
  if (reachedBy === 0) return '(no check calls what it changes)';
  return reachedBy === 1
    ? '(by the 1 check that comes there)'
    : `(by all ${reachedBy} checks that come there)`;
}

function scores(results: readonly DefectResult[]): readonly string[] {
  const table = (title: string, keyOf: (defect: DefectResult['defect']) => string) => [
    `by ${title}`,
    ...[...scoreBy(results, keyOf)].map(
      ([key, { all, caught }]) =>
        `  ${key.padEnd(14)} ${String(caught).padStart(3)} of ${String(all).padStart(3)} caught`,
    ),
  ];
  return [...table('stage', ({ stage }) => stage), ...table('severity', ({ severity }) => severity)];
}

function waysLines({ checks, results, seed, toolPhases, sample }: ShownProof): readonly string[] {
  const left = checks.filter(({ leftOut }) => leftOut !== null);
  const played = checks.length - left.length;
  const reasons = [...new Set(left.map(({ leftOut }) => leftOut))].join('; ');
  return [
    `In memory: ${played} checks, all green without a defect, seed ${seed}.${left.length === 0 ? '' : ` Left out: ${left.length} (${reasons}).`}`,
    ...toolPhases.map(
      ({ phase, defects }) =>
        `Over HTTP, ${phase} phase (a whole run of it each, clean without a defect): ${defects} ${defects === 1 ? 'defect' : 'defects'} that no check in memory caught.`,
    ),
    ...(sample.defects.length === 0 ? [] : [sampleLine(sample)]),
    ...laterLines(results, seed),
  ];
}

function laterLines(results: readonly DefectResult[], seed: number): readonly string[] {
  const { caught, later } = tallyOf(results);
  if (later === 0) return [];
  const names = results.filter(isCaughtLater).map(({ defect }) => defect.name);
  return [
    `With seed ${seed} alone ${caught - later} are caught, and so by a run with that seed. A further one found ${names.join(', ')}: give each run of a release another (--seed).`,
  ];
}

function sampleLine({ defects, sound }: Sample): string {
  const agreed = defects.filter(({ ending }) => ending.kind === 'caught').length;
  const names = defects.map(({ defect, ending }) =>
    ending.kind === 'caught' ? defect : `${defect} (NOT CAUGHT)`,
  );
  const clean = sound.kind === 'missed' ? 'clean without a defect' : 'NOT CLEAN without a defect';
  return `Over HTTP, sandbox in a process of its own, tollgate run --check, one defect of each family: ${agreed} of ${defects.length} caught by the same check, ${clean}: ${names.join(', ')}.`;
}

/** Where nothing caught a defect, a check that broke under it is the first thing to look at. */
function brokenLines({ ending, broken }: DefectResult, checks: readonly ProvableCheck[]): readonly string[] {
  if (ending.kind === 'caught') return [];
  return broken.slice(0, brokenShown).map(({ check, detail }) => {
    const title = checks.find(({ id }) => id === check)?.titlePath.at(-1) ?? check;
    return `  broke: ${title}: ${detail}`;
  });
}

function brokenCount(results: readonly DefectResult[]): readonly string[] {
  const broken = results.filter(({ broken: checks }) => checks.length > 0);
  if (broken.length === 0) return [];
  const count = broken.reduce((sum, { broken: checks }) => sum + checks.length, 0);
  return [
    `${count} checks came to no result with a defect, which counts as neither caught nor missed: ${broken.map(({ defect, broken: checks }) => `${defect.name} (${checks.length})`).join(', ')}.`,
  ];
}

/** Why nothing could be proven, with the first few mistakes. */
export function refusalLines(
  { what, faults }: { readonly what: string; readonly faults: readonly string[] },
  columns: number,
): readonly string[] {
  const shown = faults.slice(0, faultsShown);
  return [
    `${what}:`,
    ...shown.flatMap((fault) => wrapped(`  ${visibleTitle(fault, faultLength)}`, columns)),
    ...(faults.length > shown.length ? [`  and ${faults.length - shown.length} more`] : []),
    'Nothing is proven. npx tollgate run shows each of them.',
  ];
}

function lastLine({ all, caught, missed, unproven }: Tally): string {
  const open = unproven === 0 ? '' : `, ${unproven} not proven`;
  return `${all} ${all === 1 ? 'defect' : 'defects'}: ${caught} caught, ${missed} missed${open}`;
}

function cut(line: string, columns: number): string {
  return visibleTitle(line, columns);
}

/** A line that is indented stays so; what it goes on with is indented, too. */
function wrapped(text: string, columns: number): readonly string[] {
  const [first = '', ...words] = visibleLine(text).trimStart().split(' ');
  const lines: string[] = [];
  let line = `${/^ */.exec(text)?.[0] ?? ''}${first}`;
  for (const word of words) {
    const isFull = line.length + word.length + 1 > columns;
    if (isFull) lines.push(line);
    line = isFull ? `  ${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
