import type { DecidedRun } from '../model/deciding/decided-run.ts';
import type { GateOutcome, MoneyAtStake, VerdictDocument, VerdictWord } from '../model/deciding/verdict.ts';
import type { InterfaceProvenance } from '../model/observing/interface.ts';
import { stakeInWords } from './amount-words.ts';
import { durationInWords, elapsedMs } from './time-words.ts';

export interface PageOneReason {
  /** Given in capitals before the text; empty for a reason that is not about money. */
  readonly lead: string;
  readonly text: string;
  /** Title of the gate; empty for money, which several gates may read. */
  readonly gate: string;
  readonly checks: readonly string[];
}

/** What a release manager reads first, the same in every format. Texts are as found: each format escapes them itself. */
export interface PageOne {
  readonly word: VerdictWord;
  readonly symbol: string;
  readonly meaning: string;
  /** Release, candidate, environment, wave, cycle: those that are known. */
  readonly identity: readonly string[];
  readonly target: string;
  readonly policy: string;
  readonly leavesOut: readonly string[];
  /** Set when options narrowed the run, which then gives no verdict. */
  readonly scope: string | null;
  readonly reasons: readonly PageOneReason[];
  readonly notProven: readonly string[];
  readonly notTested: readonly string[];
  readonly conditions: readonly string[];
  readonly interfaces: readonly { readonly provenance: string; readonly names: readonly string[] }[];
  readonly defects: readonly string[];
  readonly elapsed: string;
}

export const verdictSymbols: Readonly<Record<VerdictWord, string>> = {
  GO: '✔',
  'CONDITIONAL GO': '▲',
  'NO-GO': '✖',
  INCOMPLETE: '◌',
};

export const gateSymbols: Readonly<Record<GateOutcome, string>> = {
  met: '✔',
  missed: '✖',
  unproven: '◌',
  waived: '▲',
};

const meanings: Readonly<Record<VerdictWord, string>> = {
  GO: 'Every gate of this policy is met.',
  'CONDITIONAL GO': 'No gate is missed or unproven, but a waiver or an open condition is in use.',
  'NO-GO': 'At least one gate is missed: something is proven wrong.',
  INCOMPLETE: 'No gate is missed, but not everything is proven.',
};

const provenanceWords: Readonly<Record<InterfaceProvenance['provenance'], string>> = {
  simulated: 'Simulated',
  'vendor-sandbox': 'Vendor sandbox',
  absent: 'Absent',
  real: 'Real',
};

export function pageOne(run: DecidedRun): PageOne {
  const { verdict } = run;
  const { release, target } = verdict;
  return {
    word: verdict.verdict,
    symbol: verdictSymbols[verdict.verdict],
    meaning: meanings[verdict.verdict],
    identity: [
      release.name,
      release.candidate,
      release.environment,
      ...labelled('wave', release.wave),
      ...labelled('cycle', release.cycle),
    ].filter((part) => part !== ''),
    target: [target.name, target.version].filter((part) => part !== '').join(' '),
    policy: verdict.policy.name,
    leavesOut: verdict.policy.leavesOut,
    scope: scopeInWords(verdict),
    reasons: [...untoldMoney(verdict).map(moneyReason), ...gateReasons(verdict)],
    notProven: notProven(verdict),
    notTested: verdict.notTested,
    conditions: verdict.conditions,
    interfaces: byProvenance(verdict.interfaces),
    defects: run.defects,
    elapsed: durationInWords(elapsedMs(verdict.startedAt, verdict.finishedAt)),
  };
}

function labelled(label: string, value: string | null): string[] {
  return value === null || value === '' ? [] : [`${label} ${value}`];
}

/** The judge tells wrong money among his reasons; what he did not tell is told from the figures. */
function untoldMoney(verdict: VerdictDocument): readonly MoneyAtStake[] {
  const told = new Set(verdict.reasons.map((reason) => reason.gate));
  return verdict.money.filter((stake) => !told.has(stake.direction));
}

function moneyReason(stake: MoneyAtStake): PageOneReason {
  const lead = stake.direction === 'books' ? 'books wrong by' : stake.direction;
  return { lead: lead.toUpperCase(), text: stakeInWords(stake), gate: '', checks: stake.checks };
}

function gateReasons(verdict: VerdictDocument): PageOneReason[] {
  const titles = new Map(verdict.gates.map((gate) => [gate.id, gate.title]));
  return verdict.reasons.map((reason) => ({
    lead: '',
    text: reason.text,
    gate: titleUntold(titles.get(reason.gate) ?? '', reason.text),
    checks: reason.checks,
  }));
}

/** A reason that begins with its gate's title does not need it again. */
function titleUntold(title: string, text: string): string {
  return text.startsWith(title) ? '' : title;
}

/** Named here, told among the reasons: a gate by its title, and a phase that no unproven gate speaks of. */
function notProven(verdict: VerdictDocument): string[] {
  const incomplete = verdict.phases
    .filter((phase) => phase.state === 'incomplete')
    .map((phase) => `Phase ${phase.name}`);
  if (verdict.scope.narrowed) return incomplete;
  const unproven = verdict.gates.filter((gate) => gate.result === 'unproven').map((gate) => gate.title);
  return [...incomplete, ...unproven];
}

function byProvenance(interfaces: readonly InterfaceProvenance[]): PageOne['interfaces'] {
  return Object.entries(provenanceWords).flatMap(([provenance, words]) => {
    const names = interfaces.filter((one) => one.provenance === provenance).map((one) => one.name);
    return names.length === 0 ? [] : [{ provenance: words, names }];
  });
}

function scopeInWords(verdict: VerdictDocument): string | null {
  const { scope } = verdict;
  if (!scope.narrowed) return null;
  const parts = [
    ...scope.phases.map((phase) => `phase ${phase}`),
    ...(scope.tags === null ? [] : [`tags ${scope.tags}`]),
    ...scope.checks.map((check) => `check ${check}`),
    ...(scope.failedOf === null ? [] : [`what failed in ${scope.failedOf}`]),
    ...(scope.shard ? [`shard ${scope.shard.index} of ${scope.shard.total}`] : []),
  ];
  return `This run was narrowed to ${parts.join(', ')} and gives no verdict. What it covered is ${scope.result}.`;
}
