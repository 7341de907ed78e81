import { durationInWords } from '../../time-words.ts';
import type { CheckIndex } from '../wire.ts';
import { detailView } from './detail-view.ts';
import { element } from './element.ts';
import { readDetail } from './packed-data.ts';

const columns = '5';

/** One check of the list. Its title is the button that opens and closes the row with everything known of it. */
export function checkRow(index: CheckIndex, position: number): HTMLTableRowElement {
  const opener = element(
    'button',
    { type: 'button', class: 'opener', 'aria-expanded': 'false' },
    index.title[position] ?? '',
  );
  const durationMs = index.durationMs[position] ?? 0;
  const row = element(
    'tr',
    {},
    element('td', {}, statusBadge(index, position)),
    element('td', {}, opener, groupLine(index, position)),
    element('td', { class: 'phase' }, index.phases[index.phase[position] ?? -1] ?? ''),
    element('td', { class: 'figure money' }, index.money[String(position)] ?? ''),
    element('td', { class: 'figure time' }, durationMs === 0 ? '–' : durationInWords(durationMs)),
  );
  opener.addEventListener('click', () => void toggle(row, opener, () => readSheet(index, position)));
  return row;
}

function statusBadge(index: CheckIndex, position: number): HTMLElement | null {
  const status = index.statuses[index.status[position] ?? -1];
  if (status === undefined) return null;
  const symbol = element('span', { 'aria-hidden': 'true' }, status.symbol);
  return element('span', { class: `badge ${status.name}` }, symbol, ` ${status.word}`);
}

function groupLine(index: CheckIndex, position: number): HTMLElement | null {
  const group = index.groups[index.group[position] ?? -1] ?? '';
  return group === '' ? null : element('span', { class: 'group' }, group);
}

/** Opens a row that is closed, as a link to its check does; does nothing to one that is open. */
export function openRow(row: HTMLTableRowElement): void {
  const opener = row.querySelector<HTMLButtonElement>('.opener');
  if (opener?.getAttribute('aria-expanded') === 'false') opener.click();
  row.scrollIntoView({ block: 'start' });
  opener?.focus({ preventScroll: true });
}

async function toggle(
  row: HTMLTableRowElement,
  opener: HTMLButtonElement,
  sheet: () => Promise<HTMLElement>,
): Promise<void> {
  const isOpen = opener.getAttribute('aria-expanded') === 'true';
  opener.setAttribute('aria-expanded', String(!isOpen));
  row.classList.toggle('is-open', !isOpen);
  if (isOpen) {
    row.nextElementSibling?.remove();
    return;
  }
  const cell = element('td', { class: 'detail', colspan: columns });
  row.after(element('tr', {}, cell));
  cell.append(await sheet());
}

/** A block that cannot be read (an old browser, a file cut short) says so where its content would stand. */
async function readSheet(index: CheckIndex, position: number): Promise<HTMLElement> {
  try {
    return detailView(index, position, await readDetail(index, position));
  } catch (error) {
    return element('p', { class: 'warning' }, `This part of the page cannot be read: ${String(error)}`);
  }
}
