import type { PhaseSummary } from '../../model/deciding/verdict.ts';
import { grouped } from '../amount-words.ts';
import { durationInWords } from '../time-words.ts';
import { type Html, html, nothing } from './html.ts';

const barWidth = 100;

export function phases(summaries: readonly PhaseSummary[]): Html {
  return html`<section class="phases" aria-labelledby="phases-title">
<h2 id="phases-title">Phases</h2>
<table>
<thead><tr><th scope="col">Phase</th><th scope="col">State</th><th scope="col" class="figure">Planned</th><th scope="col" class="figure">Passed</th><th scope="col" class="figure">Failed</th><th scope="col" class="figure">Broken</th><th scope="col" class="figure">Not run</th><th scope="col" class="bar"><span class="hidden-title">Share</span></th><th scope="col" class="figure time">Time</th></tr></thead>
<tbody>
${summaries.map(phaseRow)}</tbody>
</table>
${faults(summaries)}</section>
`;
}

function phaseRow(phase: PhaseSummary): Html {
  const state = phase.state.replaceAll('-', ' ');
  const figures = [
    figure(phase.planned, 'planned'),
    figure(phase.passed, 'passed'),
    figure(phase.failed, 'failed'),
    figure(phase.broken, 'broken'),
    figure(phase.notRun, 'not-run'),
  ];
  return html`<tr class="phase-${phase.state}"><th scope="row">${phase.name}</th><td>${state}</td>${figures}<td class="bar">${bar(phase)}</td><td class="figure time">${timeOf(phase)}</td></tr>
`;
}

function timeOf(phase: PhaseSummary): string {
  return phase.state === 'not-in-scope' ? '–' : durationInWords(phase.durationMs);
}

function figure(count: number, kind: string): Html {
  return html`<td class="figure ${count === 0 ? 'zero' : kind}">${grouped(count)}</td>`;
}

/** Drawn by the generator, so that it prints and needs no script; the figures beside it say the same. */
function bar(phase: PhaseSummary): Html {
  if (phase.planned === 0) return nothing;
  const parts: readonly (readonly [string, number])[] = [
    ['failed', phase.failed],
    ['broken', phase.broken],
    ['not-run', phase.notRun],
    ['passed', phase.passed],
  ];
  let x = 0;
  const rects = parts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const width = (barWidth * count) / phase.planned;
      const rect = html`<rect class="${kind}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="8"></rect>`;
      x += width;
      return rect;
    });
  return html`<svg viewBox="0 0 ${barWidth} 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

function faults(summaries: readonly PhaseSummary[]): Html {
  const lines = summaries.flatMap((phase) =>
    phase.faults.map((fault) => html`<li><b>${phase.name}</b> ${fault}</li>`),
  );
  return lines.length === 0
    ? nothing
    : html`<ul class="faults">${lines}</ul>
`;
}
