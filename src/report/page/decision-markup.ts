import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { VerdictWord } from '../../model/deciding/verdict.ts';
import { unreachable } from '../../model/fault.ts';
import { counted } from '../amount-words.ts';
import type { PageOne, PageOneReason } from '../page-one.ts';
import { checkLinks } from './check-links.ts';
import { type Html, html, nothing } from './html.ts';

/** Page one has to stay one page: so many lines of a list stand open, the others one click away. */
const linesOpenMax = 5;

/** The band on top: the word, what it was judged on, and by which policy. */
export function verdictBand(page: PageOne): Html {
  const identity = page.identity.map((part) => html`<li><bdi>${part}</bdi></li>`);
  return html`<header class="band ${bandClass(page.word)}">
<div class="wide">
<h1><span class="word"><span aria-hidden="true">${page.symbol}</span> ${page.word}</span></h1>
<ul class="identity" aria-label="Release">${identity}</ul>
<p class="meaning">${page.scope ?? page.meaning}</p>
<p class="judged">Judged by policy <b>${page.policy}</b> on target <b>${page.target}</b>, in ${page.elapsed}.${leftOutNote(page)}</p>
</div>
</header>
`;
}

/** So that a GO is never read as more than its policy asks. */
function leftOutNote(page: PageOne): Html {
  const count = page.leavesOut.length;
  if (count === 0) return nothing;
  return html` This policy leaves out <b>${counted(count, 'thing')}</b>, listed below.`;
}

export function decision(page: PageOne, run: DecidedRun): Html {
  const known = new Set(run.checks.map((check) => check.check.id));
  return html`<section class="decision" aria-labelledby="decision-title">
<h2 id="decision-title" class="hidden-title">Decision</h2>
<div class="why">
${defectsWarning(page)}<h3>Why</h3>
${reasons(page, known)}
</div>
<div class="caveats">
${caveat('Not proven', page.notProven)}${caveat('Not tested', page.notTested)}${caveat('Notes on this run', page.conditions)}${interfaces(page)}${caveat(
  `Policy ${page.policy} leaves out`,
  page.leavesOut,
)}</div>
</section>
`;
}

/** On paper nothing can be clicked: what page one only counts stands in full on the pages after it. */
export function inFull(page: PageOne): Html {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Why', page.reasons.map(({ lead, text }) => `${lead} ${text}`.trim())],
    ['Not proven', page.notProven],
    ['Not tested', page.notTested],
    [`Policy ${page.policy} leaves out`, page.leavesOut],
  ];
  const parts = lists
    .filter(([, lines]) => lines.length > linesOpenMax)
    .map(
      ([title, lines]) =>
        html`<h3>${title}, in full</h3>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
`,
    );
  return parts.length === 0
    ? nothing
    : html`<div class="print-only">${parts}</div>
`;
}

function reasons(page: PageOne, known: ReadonlySet<string>): Html {
  if (page.reasons.length === 0) return html`<p>${page.meaning}</p>`;
  const items = page.reasons.map((reason) => reasonItem(reason, known));
  return openAndMore(items, 'ol');
}

function reasonItem(reason: PageOneReason, known: ReadonlySet<string>): Html {
  const lead =
    reason.lead === '' ? nothing : html`<strong class="${leadClass(reason.lead)}">${reason.lead}</strong> `;
  const gate = reason.gate === '' ? nothing : html`<span class="gate">${reason.gate}</span>`;
  return html`<li>${lead}${reason.text}<span class="meta">${gate}${checkLinks(reason.checks, known)}</span></li>`;
}

function caveat(title: string, lines: readonly string[]): Html {
  if (lines.length === 0) return nothing;
  const items = lines.map((line) => html`<li>${line}</li>`);
  return html`<h3>${title}</h3>
${openAndMore(items, 'ul')}
`;
}

function interfaces(page: PageOne): Html {
  if (page.interfaces.length === 0) return nothing;
  const rows = page.interfaces.map(
    ({ provenance, names }) =>
      html`<div><dt class="${provenance === 'Real' ? 'real' : 'unreal'}">${provenance}</dt><dd>${names.join(', ')}</dd></div>`,
  );
  return html`<h3>Interfaces</h3>
<dl class="facts">${rows}</dl>
`;
}

function defectsWarning(page: PageOne): Html {
  if (page.defects.length === 0) return nothing;
  return html`<p class="warning"><strong>The sandbox was given ${page.defects.length === 1 ? 'a defect' : 'defects'}:</strong> ${page.defects.join(', ')}. This verdict speaks of the suites, not of a release.</p>
`;
}

function openAndMore(items: readonly Html[], list: 'ol' | 'ul'): Html {
  const open = items.slice(0, linesOpenMax);
  const more = items.slice(linesOpenMax);
  const rest =
    more.length === 0
      ? nothing
      : html`<details class="more"><summary>and ${more.length} more</summary>${listOf(more, { list, start: open.length + 1 })}</details>`;
  return html`${listOf(open, { list, start: 1 })}${rest}`;
}

function listOf(items: readonly Html[], { list, start }: { list: 'ol' | 'ul'; start: number }): Html {
  return list === 'ol' ? html`<ol start="${start}">${items}</ol>` : html`<ul>${items}</ul>`;
}

function leadClass(lead: string): string {
  if (lead === 'OVERCHARGED') return 'over';
  return lead === 'UNDERCHARGED' ? 'under' : 'books';
}

function bandClass(word: VerdictWord): string {
  switch (word) {
    case 'GO':
      return 'is-go';
    case 'CONDITIONAL GO':
      return 'is-conditional';
    case 'NO-GO':
      return 'is-no-go';
    case 'INCOMPLETE':
      return 'is-incomplete';
    default:
      return unreachable(word, 'verdict');
  }
}
