import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { GateOutcome, GateResult } from '../../model/deciding/verdict.ts';
import { gateSymbols } from '../page-one.ts';
import { checkLinks } from './check-links.ts';
import { type Html, html } from './html.ts';

const worstFirst: readonly GateOutcome[] = ['missed', 'unproven', 'waived', 'met'];

/** All gates, the met ones too: a reader must see what was asked, not only what was missed. */
export function gates(run: DecidedRun): Html {
  const known = new Set(run.checks.map((check) => check.check.id));
  const ordered = worstFirst.flatMap((result) => run.verdict.gates.filter((gate) => gate.result === result));
  const rows = ordered.map((gate) => gateRow(gate, known));
  return html`<section class="gates" aria-labelledby="gates-title">
<h2 id="gates-title">Gates</h2>
<table role="table" class="stacked">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Result</th><th scope="col" role="columnheader">Gate</th><th scope="col" role="columnheader">Observed</th><th scope="col" role="columnheader">Limit</th><th scope="col" role="columnheader">Reason</th></tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
</section>
`;
}

function gateRow(gate: GateResult, known: ReadonlySet<string>): Html {
  return html`<tr role="row"><td role="cell"><span class="badge gate-${gate.result}"><span aria-hidden="true">${gateSymbols[gate.result]}</span> ${gate.result}</span></td><th scope="row" role="rowheader">${gate.title} <code class="id">${gate.id}</code></th><td role="cell" data-label="Observed">${gate.observed}</td><td role="cell" data-label="Limit">${gate.limit}</td><td role="cell" data-label="Reason">${gate.reason}${checkLinks(gate.evidence, known)}</td></tr>
`;
}
