import type { ShownDifference } from '../wire.ts';
import { element } from './element.ts';

/** The money of a check: a sentence first, then the figures. */
export function differencesView(differences: readonly ShownDifference[]): HTMLElement {
  const sentences = [...new Set(differences.map(({ explanation }) => explanation))].filter(
    (text) => text !== '',
  );
  const heads = ['Expected', 'Actual', 'Difference'].map((title) =>
    element('th', { scope: 'col', role: 'columnheader', class: 'figure' }, title),
  );
  return element(
    'div',
    {},
    ...sentences.map((text) => element('p', { class: 'sentence' }, text)),
    element(
      'table',
      { role: 'table', class: 'stacked' },
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          element('th', { scope: 'col', role: 'columnheader' }, 'What'),
          ...heads,
        ),
      ),
      element('tbody', { role: 'rowgroup' }, ...differences.map(row)),
    ),
  );
}

function row(found: ShownDifference): HTMLElement {
  const whose = [found.customer, found.invoice].filter((part) => part !== '').join(' · ');
  return element(
    'tr',
    { role: 'row' },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      found.measure,
      whose === '' ? null : element('span', { class: 'whose' }, whose),
    ),
    element('td', { role: 'cell', class: 'figure', 'data-label': 'Expected' }, found.expected),
    element('td', { role: 'cell', class: 'figure', 'data-label': 'Actual' }, found.actual),
    element(
      'td',
      { role: 'cell', class: `figure ${found.direction}`, 'data-label': 'Difference' },
      `${found.difference} `,
      element('span', { class: 'direction' }, found.directionWord),
    ),
  );
}
