import type { CheckIndex } from '../wire.ts';
import { type CheckFilter, checkFinder } from './check-filter.ts';
import { checkRow, openRow } from './check-row.ts';
import { pageElement } from './element.ts';

const rowsPerPage = 50;

export interface CheckList {
  readonly show: (filter: CheckFilter) => void;
  /** Opens one check, on whatever page of the shown list it stands; answers whether the list holds it. */
  readonly open: (id: string) => boolean;
}

/** The table of checks, a page at a time: a real table, whatever the number of checks. */
export function checkList(index: CheckIndex): CheckList {
  const finder = checkFinder(index);
  // When the first rows stand, so that the first letter typed is answered as fast as the others.
  setTimeout(finder.prepare, 100);
  const rows = pageElement('rows', HTMLTableSectionElement);
  let found: readonly number[] = [];
  let page = 0;

  const draw = (wanted: number) => {
    page = Math.max(0, Math.min(wanted, Math.ceil(found.length / rowsPerPage) - 1));
    const shown = found.slice(page * rowsPerPage, (page + 1) * rowsPerPage);
    rows.replaceChildren(...shown.map((position) => checkRow(index, position)));
    describe({ page, found: found.length, all: index.id.length });
  };
  const turn = (by: number) => {
    draw(page + by);
    pageElement('checks', HTMLTableElement).scrollIntoView({ block: 'start' });
  };
  pageElement('previous', HTMLButtonElement).addEventListener('click', () => turn(-1));
  pageElement('next', HTMLButtonElement).addEventListener('click', () => turn(1));

  return {
    show(filter) {
      found = finder.find(filter);
      draw(0);
    },
    open(id) {
      const place = found.indexOf(index.id.indexOf(id));
      if (place < 0) return false;
      draw(Math.floor(place / rowsPerPage));
      const row = rows.rows[place % rowsPerPage];
      if (row !== undefined) openRow(row);
      return true;
    },
  };
}

function describe(state: { readonly page: number; readonly found: number; readonly all: number }): void {
  const count = new Intl.NumberFormat('en');
  const first = state.page * rowsPerPage + 1;
  const last = Math.min(state.found, first + rowsPerPage - 1);
  const pages = Math.max(1, Math.ceil(state.found / rowsPerPage));
  pageElement('found', HTMLParagraphElement).textContent =
    state.found === 0
      ? `None of ${count.format(state.all)} checks fits.`
      : `${count.format(first)}–${count.format(last)} of ${count.format(state.found)} checks, worst first`;
  pageElement('checks', HTMLTableElement).hidden = state.found === 0;
  pageElement('pager', HTMLElement).hidden = pages === 1;
  pageElement('position', HTMLSpanElement).textContent =
    `${count.format(state.page + 1)} / ${count.format(pages)}`;
  pageElement('previous', HTMLButtonElement).disabled = state.page === 0;
  pageElement('next', HTMLButtonElement).disabled = state.page === pages - 1;
}
