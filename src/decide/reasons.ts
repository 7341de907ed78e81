import type { DecidedCheck } from '../model/deciding/decided-run.ts';
import type { GateResult, MoneyAtStake, VerdictReason } from '../model/deciding/verdict.ts';
import { displayMoney, parseMoney } from '../model/money.ts';
import { shortTitle } from '../model/observing/check.ts';
import type { Facts } from './facts.ts';
import { harmDirection } from './money-at-stake.ts';

export interface ReasonCase {
  readonly facts: Facts;
  readonly gates: readonly GateResult[];
  readonly runFaults: readonly string[];
  readonly narrowed: boolean;
}

/** Why the verdict is what it is, worst first: wrong money, other failures, then what is not proven. */
export function reasonsOf({ facts, gates, runFaults, narrowed }: ReasonCase): readonly VerdictReason[] {
  const told = [
    ...facts.money.map((stake) => moneyReason(facts, stake)),
    ...failures(facts),
    ...runFaults.map((text) => ({ gate: 'evidence', text, checks: [] })),
    ...facts.phases.flatMap((phase) => phase.faults.map((text) => ({ gate: 'evidence', text, checks: [] }))),
  ];
  if (narrowed)
    return [
      ...told,
      {
        gate: 'scope',
        text: 'The run was narrowed by options, so it gives no verdict on the release.',
        checks: [],
      },
    ];
  return [...told, ...missedOtherwise(gates), ...unprovenOtherwise(facts, gates)];
}

const directionWords: Readonly<Record<MoneyAtStake['direction'], string>> = {
  overcharged: 'OVERCHARGED by',
  undercharged: 'UNDERCHARGED by',
  books: 'WRONG IN QUOTES OR BOOKS by',
};

function moneyReason(facts: Facts, stake: MoneyAtStake): VerdictReason {
  const worst = worstOf(facts, stake);
  const who = stake.customers === 0 ? 'calculations' : counted(stake.customers, 'customer');
  const invoices = stake.invoices === 0 ? '' : ` on ${counted(stake.invoices, 'invoice')}`;
  const amount = displayMoney(parseMoney(stake.amount, stake.currency));
  return {
    gate: stake.direction,
    text: `${who} ${directionWords[stake.direction]} ${amount}${invoices}. ${worst}`.trim(),
    checks: stake.checks,
  };
}

/** The first failing check's own sentence: whom it hit, by how much, and in which check it shows. */
function worstOf(facts: Facts, stake: MoneyAtStake): string {
  for (const decided of facts.checks) {
    if (!stake.checks.includes(decided.check.id)) continue;
    const difference = decided.differences.find(
      (one) => one.currency === stake.currency && harmDirection(one) === stake.direction,
    );
    if (difference === undefined) continue;
    const customer = difference.customer === '' ? '' : `${difference.customer}: `;
    return `${customer}${difference.measure} ${difference.currency} ${difference.actual} instead of ${difference.expected} (check ${decided.check.id}, "${shortTitle(decided.check)}").`;
  }
  return '';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Failed checks that named no amount. */
function failures(facts: Facts): VerdictReason[] {
  const failed = facts.checks.filter(
    ({ status, differences }) => status === 'failed' && differences.length === 0,
  );
  return [...Map.groupBy(failed, ({ check }) => check.phase)].map(([phase, checks]) => ({
    gate: phase,
    text: `${phase}: ${counted(checks.length, 'check')} failed without an amount. ${checks.slice(0, 1).map(firstWords).join('')}`,
    checks: checks.map(({ check }) => check.id),
  }));
}

function firstWords({ check, error }: DecidedCheck): string {
  return `${check.id} ("${shortTitle(check)}"): ${(error?.message ?? '').split('\n')[0]}`;
}

/** Missed gates that point at no check: those that do are told by their checks above. */
function missedOtherwise(gates: readonly GateResult[]): VerdictReason[] {
  return gates
    .filter((gate) => gate.result === 'missed' && gate.evidence.length === 0)
    .map((gate) => ({
      gate: gate.id,
      text: `${gate.title}: ${gate.observed}; limit ${gate.limit}. ${gate.reason}`,
      checks: [],
    }));
}

/** Unproven gates that no incomplete phase explains. */
function unprovenOtherwise(facts: Facts, gates: readonly GateResult[]): VerdictReason[] {
  const known = new Set(facts.phases.flatMap((phase) => phase.faults));
  return gates
    .filter((gate) => gate.result === 'unproven' && !known.has(gate.reason))
    .map((gate) => ({
      gate: gate.id,
      text: `${gate.title}: not proven. ${gate.reason}`,
      checks: [...gate.evidence],
    }));
}
