import type { CheckFilter } from './check-filter.ts';
import { type CheckList, checkList } from './check-list.ts';
import { pageElement } from './element.ts';
import { readIndex } from './packed-data.ts';

const linkPrefix = '#check=';

/** The data stands after this script, so that the verdict is drawn first: wait until the page is read to its end. */
document.addEventListener('DOMContentLoaded', () => {
  start().catch((error: unknown) => {
    pageElement('found', HTMLParagraphElement).textContent =
      `The list of checks cannot be read (${String(error)}). The same results stand in junit.xml and ctrf.json.`;
  });
});

async function start(): Promise<void> {
  const index = await readIndex();
  const list = checkList(index);
  const form = pageElement('filters', HTMLFormElement);
  form.hidden = false;
  form.addEventListener('input', () => list.show(chosen()));
  form.addEventListener('submit', (event) => event.preventDefault());
  globalThis.addEventListener('hashchange', () => followLink(list));
  // The same link clicked twice changes nothing in the address, yet must open its check.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest(`a[href^="${linkPrefix}"]`) : null;
    if (link !== null && link.getAttribute('href') === location.hash) followLink(list);
  });
  form.reset();
  list.show(chosen());
  followLink(list);
}

function chosen(): CheckFilter {
  const phase = pageElement('phase', HTMLSelectElement).value;
  const boxes = document.querySelectorAll<HTMLInputElement>('input[name="status"]:checked');
  return {
    words: pageElement('search', HTMLInputElement).value,
    phase: phase === '' ? null : Number(phase),
    statuses: new Set([...boxes].map((box) => Number(box.value))),
  };
}

/** A link must find its check whatever the filters say, so it clears them when they hide it. */
function followLink(list: CheckList): void {
  if (!location.hash.startsWith(linkPrefix)) return;
  const id = decodeURIComponent(location.hash.slice(linkPrefix.length));
  if (list.open(id)) return;
  pageElement('filters', HTMLFormElement).reset();
  list.show(chosen());
  list.open(id);
}
