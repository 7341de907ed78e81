import type { Calculation, CalculationAnswer } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import { compareDecimals, isDecimal } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';
import { TargetRefusal } from '../../target/session.ts';
import { capabilitiesFor } from './capabilities-for.ts';
import type { AssumedHabits, Claim } from './claim.ts';
import type { ReadCase } from './read-case.ts';

/** Whoever answers calculations under the habits that a case assumes: the oracle, or the preview of a target's session. */
export type Answerer = (calculation: Calculation, assumes?: AssumedHabits) => Promise<CalculationAnswer>;

export interface JudgedFigure {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly currency: CurrencyCode | null;
  readonly agrees: boolean;
}

export type CaseJudgement =
  | { readonly kind: 'agreed'; readonly figures: readonly JudgedFigure[] }
  /** `reason` is a sentence of its own when the case could not be read; else it names the figures that differ. */
  | { readonly kind: 'wrong'; readonly figures: readonly JudgedFigure[]; readonly reason: string }
  | { readonly kind: 'not-expressible'; readonly figures: readonly JudgedFigure[]; readonly reason: string };

/** Puts the questions of a case to the answerer and compares each figure exactly. */
export async function judgeCase(read: ReadCase, answerer: Answerer): Promise<CaseJudgement> {
  if (read.kind === 'not-understood') return { kind: 'wrong', figures: [], reason: read.reason };
  if (read.kind === 'not-expressible') return { ...read, figures: [] };
  const ask = remembering(answerer);
  const figures: JudgedFigure[] = [];
  const missing: string[] = [];
  for (const claim of read.claims) {
    const outcome = await judgeClaim(claim, ask);
    if (outcome.kind === 'judged') figures.push(outcome.figure);
    else if (outcome.kind === 'missing') missing.push(outcome.reason);
    else return { kind: 'wrong', figures, reason: `${claim.name}: ${outcome.reason}` };
  }
  return concluded(figures, [...new Set(missing)], read.notJudged);
}

/** Why an answer under this profile would say nothing about the case, or null when it does. */
export function habitsThatDiffer(read: ReadCase, profile: PolicyProfile): string | null {
  if (read.kind !== 'expressible') return null;
  return read.claims.map((claim) => habitOfClaim(claim, profile)).find((reason) => reason !== null) ?? null;
}

function habitOfClaim({ assumes, questions }: Claim, profile: PolicyProfile): string | null {
  if (assumes === undefined) return null;
  const { roundingMode, taxBase } = assumes;
  for (const habit of ['shareRemainder', 'creditNoteRemainder'] as const)
    if (assumes[habit] !== undefined && assumes[habit] !== profile[habit])
      return `the case has ${habit} ${assumes[habit]}, the target ${profile[habit] ?? 'does not say'}`;
  if (profile.roundingMode !== roundingMode)
    return `the case rounds ${roundingMode}, the target ${profile.roundingMode}`;
  const taxes = questions.some((question) => question.kind === 'document');
  if (taxes && profile.taxBase !== taxBase) return `the case taxes ${taxBase}, the target ${profile.taxBase}`;
  return null;
}

function concluded(
  figures: readonly JudgedFigure[],
  missing: readonly string[],
  notJudged: readonly string[],
): CaseJudgement {
  const wrong = figures.filter(({ agrees }) => !agrees);
  if (wrong.length > 0) {
    const reason = wrong
      .map(({ name, expected, actual }) => `${name}: expected ${expected}, found ${actual}`)
      .join('; ');
    return { kind: 'wrong', figures, reason };
  }
  if (missing.length > 0) return { kind: 'not-expressible', figures, reason: missing.join('; ') };
  if (notJudged.length > 0) {
    return { kind: 'not-expressible', figures, reason: `not judged: ${notJudged.join(', ')}` };
  }
  return { kind: 'agreed', figures };
}

type Outcome =
  | { readonly kind: 'judged'; readonly figure: JudgedFigure }
  /** What the answerer lacks to show the figure. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** The question itself makes no sense, such as a bound that no tier holds. */
  | { readonly kind: 'senseless'; readonly reason: string };

async function judgeClaim(claim: Claim, ask: Answerer): Promise<Outcome> {
  const answers: CalculationAnswer[] = [];
  for (const question of claim.questions) {
    try {
      answers.push(await ask(question, claim.assumes));
    } catch (error) {
      return notAnswered(question, error);
    }
  }
  const actual = claim.actual(answers);
  const { name, expected, currency } = claim;
  if (actual === null) return { kind: 'missing', reason: `${name}: the answer does not show this figure` };
  const agrees = sameFigures(expected, actual);
  return { kind: 'judged', figure: { name, expected, actual, currency, agrees } };
}

function notAnswered(question: Calculation, error: unknown): Outcome {
  if (isRefusal(error)) {
    return { kind: 'missing', reason: `${capabilitiesFor(question).join(' and ')}: ${error.message}` };
  }
  if (error instanceof HarnessFault && error.code === 'BAD_CONFIGURATION') {
    return { kind: 'senseless', reason: error.message };
  }
  throw error;
}

function isRefusal(error: unknown): error is Error {
  if (error instanceof TargetRefusal) return true;
  return error instanceof HarnessFault && error.code === 'TARGET_REFUSED';
}

/** Lists figure by figure; numbers by their value, everything else to the letter. */
function sameFigures(expected: string, actual: string): boolean {
  const left = expected.split(', ');
  const right = actual.split(', ');
  return (
    left.length === right.length && left.every((figure, index) => sameFigure(figure, right[index] ?? ''))
  );
}

function sameFigure(left: string, right: string): boolean {
  if (isDecimal(left) && isDecimal(right)) return compareDecimals(left, right) === 0;
  return left === right;
}

function remembering(answerer: Answerer): Answerer {
  const known = new Map<string, Promise<CalculationAnswer>>();
  return (calculation, assumes) => {
    const key = JSON.stringify([calculation, assumes]);
    const answer = known.get(key) ?? answerer(calculation, assumes);
    known.set(key, answer);
    return answer;
  };
}
