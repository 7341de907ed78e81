import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import { momentInWords } from '../time-words.ts';
import { type Html, html } from './html.ts';

/** What identifies the run: enough to find it, to run it again and to prove that it was not altered. */
export function runFacts({ verdict }: DecidedRun): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['Run', verdict.runId],
    ['Seed', String(verdict.seed)],
    ['From', momentInWords(verdict.startedAt)],
    ['To', momentInWords(verdict.finishedAt)],
    ...(verdict.asOf === verdict.finishedAt ? [] : [['Judged as of', momentInWords(verdict.asOf)] as const]),
  ];
  const long: readonly (readonly [string, string])[] = [
    ['Command', verdict.command],
    ['Journal head', verdict.journalHead],
  ];
  return html`<section class="run-facts" aria-labelledby="facts-title">
<h2 id="facts-title" class="hidden-title">Run</h2>
<dl class="facts">${facts.map(fact)}${long.map(longFact)}</dl>
</section>
`;
}

/** The digests an auditor compares; one that nobody knows is shown as unknown, never left out. */
export function digestFacts(verdict: VerdictDocument): Html {
  const { build, configuration, priceBook, dataCut } = verdict.release.digests;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Plan', verdict.planDigest],
    ['Journal head', verdict.journalHead],
    ['Policy', verdict.policy.digest],
    ['Build', build],
    ['Configuration', configuration],
    ['Price book', priceBook],
    ['Data cut', dataCut],
  ];
  return html`<dl class="facts digests">${facts.map(([name, value]) => fact([name, value ?? 'unknown']))}</dl>
`;
}

function longFact([name, value]: readonly [string, string]): Html {
  return html`<div class="long"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function fact([name, value]: readonly [string, string]): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
