import type { DecidedRun, DecidedStep } from '../../model/deciding/decided-run.ts';
import { durationInWords } from '../time-words.ts';
import { digestFacts } from './facts-markup.ts';
import { type Html, html, nothing } from './html.ts';

/** How the run went and how to check that its record is whole. */
export function record(run: DecidedRun): Html {
  const { verdict } = run;
  return html`<section class="record" aria-labelledby="record-title">
<h2 id="record-title">Record</h2>
${unknownOutcomes(run)}${leftovers(run)}${steps(run.steps)}<h3>Digests</h3>
${digestFacts(verdict)}<p>Whether the record is unaltered: <code class="command">npx tollgate verify ${verdict.runId}</code></p>
<p class="note">Written by tollgate ${verdict.tollgateVersion}. This page makes no request and needs no network.</p>
</section>
`;
}

function steps(all: readonly DecidedStep[]): Html {
  if (all.length === 0) return nothing;
  return html`<h3>Tools</h3>
<ul class="steps">
${all.map(step)}</ul>
`;
}

function step(one: DecidedStep): Html {
  const facts = html`<b>${one.phase}</b> ${one.name} · ${one.tool} ${one.toolVersion} · ${one.exit} · ${durationInWords(one.durationMs)}`;
  if (one.output === '')
    return html`<li>${facts}</li>
`;
  return html`<li><details><summary>${facts}</summary><pre tabindex="0">${one.output}</pre></details></li>
`;
}

function unknownOutcomes(run: DecidedRun): Html {
  if (run.unknownOutcomes.length === 0) return nothing;
  const items = run.unknownOutcomes.map(
    (write) =>
      html`<li>${write.operation} <code>${write.request}</code> ${write.detail} <a class="id" href="#check=${encodeURIComponent(write.checkId)}">${write.checkId}</a></li>`,
  );
  return html`<h3>Writes whose outcome nobody knows</h3>
<ul>${items}</ul>
`;
}

function leftovers(run: DecidedRun): Html {
  if (run.leftovers.length === 0) return nothing;
  return html`<h3>Left behind on the target</h3>
<ul>${run.leftovers.map((left) => html`<li>${left}</li>`)}</ul>
`;
}
