import type { DecidedCheck } from '../../model/deciding/decided-run.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import { differenceInWords } from '../amount-words.ts';
import { statusOrder, statusSymbols, statusWords } from '../check-words.ts';
import type { CheckIndex } from './wire.ts';

/** The columns of all checks, in the order given; repeated texts stand once. */
export function checkIndex(
  runId: string,
  checks: readonly DecidedCheck[],
  blockStarts: readonly number[],
): CheckIndex {
  const groups = numbered();
  const files = numbered();
  const group = checks.map(({ check }) => groups.of(check.titlePath.slice(0, -1).join(' › ')));
  const file = checks.map(({ check }) => files.of(check.file));
  return {
    runId,
    files: files.all,
    groups: groups.all,
    phases: phaseNames,
    statuses: statusOrder.map((name) => ({ name, word: statusWords[name], symbol: statusSymbols[name] })),
    id: checks.map(({ check }) => check.id),
    title: checks.map(({ check }) => check.titlePath.at(-1) ?? check.id),
    group,
    file,
    phase: checks.map(({ check }) => phaseNames.indexOf(check.phase)),
    status: checks.map(({ status }) => statusOrder.indexOf(status)),
    line: checks.map(({ check }) => check.line),
    durationMs: checks.map(({ durationMs }) => Math.round(durationMs)),
    money: moneyColumn(checks),
    blockStarts,
  };
}

function moneyColumn(checks: readonly DecidedCheck[]): Readonly<Record<string, string>> {
  const entries = checks.flatMap(({ differences }, position) => {
    const [first, ...others] = differences;
    if (first === undefined) return [];
    const { difference, directionWord } = differenceInWords(first);
    const more = others.length === 0 ? '' : ` +${others.length} more`;
    return [[String(position), `${difference} ${directionWord}${more}`]];
  });
  return Object.fromEntries(entries);
}

function numbered(): { readonly all: readonly string[]; readonly of: (text: string) => number } {
  const all: string[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}
