import { capabilities } from '../../target/capability.ts';
import type { PhaseReach } from './runnable-checks.ts';
import { habitStanding, type Standing, standingOf } from './shown-support.ts';
import type { TargetState } from './target-state.ts';

export type AnsweringTarget = Extract<TargetState, { readonly kind: 'answers' }> & {
  readonly phases: readonly PhaseReach[];
};

/** Narrow enough for three targets beside each other in 80 columns. */
const nameWidth = 32;
const cellWidth = 15;

/** Capability × target, habit × target, phase × target; as many targets beside each other as the width bears. */
export function matrixLines(targets: readonly AnsweringTarget[], columns: number): readonly string[] {
  const perBlock = Math.max(1, Math.floor((columns - nameWidth) / cellWidth));
  const blocks = Array.from({ length: Math.ceil(targets.length / perBlock) }, (_, at) =>
    targets.slice(at * perBlock, (at + 1) * perBlock),
  );
  return blocks.flatMap((block) => [...capabilityTable(block), ...habitTable(block), ...phaseTable(block)]);
}

function capabilityTable(targets: readonly AnsweringTarget[]): readonly string[] {
  const columns = targets.map(({ description, contract }) =>
    capabilities.map((name) => {
      const support = description.capabilities[name] === 'emulated' ? 'emulated' : 'native';
      return { support, standing: standingOf(name, description.capabilities[name], contract) } as const;
    }),
  );
  const rows = capabilities.map((name, row) =>
    line(
      name,
      columns.map((column) => supportCell(column[row])),
    ),
  );
  const sum = (what: string, counts: (cell: SupportCell) => boolean) =>
    line(
      `  ${what}`,
      columns.map((column) => String(column.filter(counts).length)),
    );
  return [
    '',
    head('CAPABILITY', targets),
    ...rows,
    sum('native', ({ support, standing }) => isDeclared(standing) && support === 'native'),
    sum('emulated', ({ support, standing }) => isDeclared(standing) && support === 'emulated'),
    sum('absent', ({ standing }) => !isDeclared(standing)),
    sum('unverified (?)', ({ standing }) => standing === 'unverified'),
    sum('FAILED', ({ standing }) => standing === 'failed'),
  ];
}

interface SupportCell {
  readonly support: 'native' | 'emulated';
  readonly standing: Standing;
}

function isDeclared(standing: Standing): boolean {
  return standing !== 'absent' && standing !== 'undeclared';
}

function supportCell(cell: SupportCell | undefined): string {
  if (cell === undefined) return '?';
  switch (cell.standing) {
    case 'verified':
      return cell.support;
    case 'unverified':
      return `${cell.support} ?`;
    case 'failed':
      return 'FAILED';
    case 'undeclared':
      return 'absent, works';
    case 'absent':
      return 'absent';
  }
}

function habitTable(targets: readonly AnsweringTarget[]): readonly string[] {
  const names = [...new Set(targets.flatMap(({ description }) => Object.keys(description.profile)))];
  const rows = names.flatMap((name) => {
    const cells = targets.map((target) => habitCell(target, name));
    const isNarrow = name.length < nameWidth && cells.every(({ length }) => length < cellWidth);
    if (isNarrow) return [line(name, cells)];
    return [name, ...cells.map((cell, at) => `  ${targets[at]?.name}: ${cell}`)];
  });
  return ['', head('POLICY PROFILE', targets), ...rows];
}

function habitCell({ description, contract }: AnsweringTarget, name: string): string {
  const value = (description.profile as unknown as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) return '-';
  return `${String(value)}${habitMarks[habitStanding(name, contract)]}`;
}

const habitMarks: Readonly<Record<Standing, string>> = {
  verified: '',
  unverified: ' ?',
  failed: ' FAILED',
  undeclared: '',
  absent: '',
};

function phaseTable(targets: readonly AnsweringTarget[]): readonly string[] {
  const [first] = targets;
  const rows = (first?.phases ?? []).map(({ phase }, at) =>
    line(
      phase,
      targets.map(({ phases }) => reachCell(phases[at])),
    ),
  );
  const faults = (first?.phases ?? []).flatMap(({ phase, fault }) =>
    fault === null ? [] : [`  ? ${phase}: ${fault}`],
  );
  return ['', head('CHECKS IT CAN RUN', targets), ...rows, ...faults];
}

function reachCell(reach: PhaseReach | undefined): string {
  if (reach === undefined) return '?';
  const mark = reach.fault === null ? '' : ' ?';
  return `${reach.runnable} of ${reach.planned}${mark}`;
}

function head(what: string, targets: readonly AnsweringTarget[]): string {
  return line(
    what,
    targets.map(({ name }) => (name.length < cellWidth ? name : `${name.slice(0, cellWidth - 2)}…`)),
  );
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(nameWidth), ...cells.map((cell) => cell.padEnd(cellWidth))].join('').trimEnd();
}
