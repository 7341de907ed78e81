import type { CaseJudgement, JudgedFigure } from './judge-case.ts';
import type { PublishedCase } from './published-case.ts';

export type CaseSide = 'oracle' | 'target';

/** One case on one side, as one line of the process's output. */
export interface CaseLine {
  readonly id: string;
  readonly title: string;
  readonly side: CaseSide;
  readonly result: CaseJudgement['kind'];
  /** Of a wrong case those that differ, else all that were judged. */
  readonly figures: readonly JudgedFigure[];
  /** Empty for a case that agreed, and for a wrong one that its figures explain. */
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

export interface CaseSummary {
  readonly kind: 'summary';
  readonly cases: number;
  readonly oracle: CaseCounts;
  /** Null when no target was asked. */
  readonly target: CaseCounts | null;
}

export type CaseCounts = Readonly<Record<'agreed' | 'wrong' | 'notExpressible', number>>;

export function caseLine(published: PublishedCase, side: CaseSide, judged: CaseJudgement): CaseLine {
  const wrong = judged.figures.filter(({ agrees }) => !agrees);
  const isExplained = judged.kind === 'wrong' && wrong.length > 0;
  const { id, title, file, line } = published;
  return {
    id,
    title,
    side,
    result: judged.kind,
    figures: judged.kind === 'wrong' ? wrong : judged.figures,
    reason: 'reason' in judged && !isExplained ? judged.reason : '',
    file,
    line,
  };
}

export function summaryOf(lines: readonly CaseLine[]): CaseSummary {
  const isAsked = lines.some(({ side }) => side === 'target');
  return {
    kind: 'summary',
    cases: lines.filter(({ side }) => side === 'oracle').length,
    oracle: countsOf(lines, 'oracle'),
    target: isAsked ? countsOf(lines, 'target') : null,
  };
}

function countsOf(lines: readonly CaseLine[], side: CaseSide): CaseCounts {
  const count = (result: CaseLine['result']): number =>
    lines.filter((line) => line.side === side && line.result === result).length;
  return { agreed: count('agreed'), wrong: count('wrong'), notExpressible: count('not-expressible') };
}
