import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import { grouped } from '../amount-words.ts';
import { countByStatus, statusOrder, statusSymbols, statusWords } from '../check-words.ts';
import { type Html, html } from './html.ts';

/** The frame that the page's script fills: counts and words are there without it. */
export function checks(run: DecidedRun): Html {
  const counts = countByStatus(run.checks);
  const statuses = statusOrder
    .filter((status) => counts[status] > 0)
    .map(
      (status) =>
        html`<label class="toggle ${status}"><input type="checkbox" name="status" value="${statusOrder.indexOf(status)}"><span><span aria-hidden="true">${statusSymbols[status]}</span> ${statusWords[status]} <b>${grouped(counts[status])}</b></span></label>`,
    );
  const used = phaseNames.filter((phase) => run.checks.some(({ check }) => check.phase === phase));
  const options = used.map((phase) => html`<option value="${phaseNames.indexOf(phase)}">${phase}</option>`);
  return html`<section class="check-list" aria-labelledby="checks-title">
<h2 id="checks-title">Checks <span class="total">${grouped(run.checks.length)}</span></h2>
<noscript><p class="warning">The list of checks needs script. The same results stand in junit.xml and ctrf.json beside this page.</p></noscript>
<form id="filters" role="search" aria-label="Checks" hidden>
<label class="field search"><span>Search</span><input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="title, file or id"></label>
<label class="field"><span>Phase</span><select id="phase"><option value="">all</option>${options}</select></label>
<fieldset><legend>Status</legend>${statuses}</fieldset>
</form>
<p id="found" role="status" class="note"></p>
<table id="checks" hidden>
<caption class="hidden-title">Checks, worst first</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Check</th><th scope="col" class="phase">Phase</th><th scope="col" class="figure money">Money</th><th scope="col" class="figure time">Time</th></tr></thead>
<tbody id="rows"></tbody>
</table>
<nav id="pager" aria-label="Pages of checks" hidden><button type="button" id="previous">Previous</button><span id="position"></span><button type="button" id="next">Next</button></nav>
</section>
`;
}
