import { displayMoney, moneyOf } from '../../model/money.ts';
import { escapeHtml } from './escape-html.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
dt { font-weight: 600; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { border-bottom: 1px solid #8888; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
button { font: inherit; padding: 0.4rem 0.9rem; margin: 0 0.5rem 0.5rem 0; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
@media print { nav, .skip, .trail { display: none; } }
`;

export interface Page {
  readonly title: string;
  /** Null on a page that belongs to no tenant. */
  readonly tenantId: string | null;
  /** Already escaped. */
  readonly body: string;
}

/** One page without any script; every text of a customer is escaped before it comes here. */
export function page({ title, tenantId, body }: Page): string {
  const name = escapeHtml(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${tenantId === null ? '' : navigation(tenantId)}
<main id="content" tabindex="-1">
<h1>${name}</h1>
${body}
</main>
</body>
</html>
`;
}

function navigation(tenantId: string): string {
  const at = consolePath(tenantId);
  return `<nav aria-label="Console"><ul>
<li><a href="/console">Worlds</a></li>
<li><a href="${at}">Clock</a></li>
<li><a href="${at}/customers">Customers</a></li>
<li><a href="${at}/ledger">Ledger</a></li>
</ul></nav>`;
}

export function consolePath(tenantId: string): string {
  return `/console/tenants/${encodeURIComponent(tenantId)}`;
}

export interface Column {
  readonly name: string;
  readonly isAmount?: true;
}

/** Cells are escaped already. The first of a row names it. A wide table can be scrolled with the keyboard. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return `<p>${escapeHtml(caption)}: none yet.</p>`;
  const classOf = (index: number) => (columns[index]?.isAmount === true ? ' class="amount"' : '');
  const head = columns.map(({ name }, index) => `<th scope="col"${classOf(index)}>${escapeHtml(name)}</th>`);
  const body = rows.map((cells) => {
    const [first = '', ...rest] = cells;
    const others = rest.map((cell, index) => `<td${classOf(index + 1)}>${cell}</td>`);
    return `<tr><th scope="row">${first}</th>${others.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table><caption>${escapeHtml(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>
</div>`;
}

export function shownAmount(amountMinor: bigint, currency: string): string {
  return displayMoney(moneyOf(amountMinor, currency));
}
