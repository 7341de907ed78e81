import { grouped } from '../amount-words.ts';
import { type Html, html, nothing } from './html.ts';

const linksMax = 3;

/** The checks (or digests) that show something. Only what the page holds becomes a link, and only to inside the page. */
export function checkLinks(ids: readonly string[], known: ReadonlySet<string>): Html {
  if (ids.length === 0) return nothing;
  const links = ids
    .slice(0, linksMax)
    .map((id) =>
      known.has(id)
        ? html` <a class="id" href="#check=${encodeURIComponent(id)}">${id}</a>`
        : html` <code class="id">${id.slice(0, 16)}</code>`,
    );
  const rest = ids.length - links.length;
  const more = rest > 0 ? html` <span class="id">+${grouped(rest)}</span>` : nothing;
  return html`<span class="checks">${links}${more}</span>`;
}
