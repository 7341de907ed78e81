import type { ShownDifference } from '../wire.ts';
import { element } from './element.ts';

/** The money of a check: a sentence first, then the figures. */
export function differencesView(differences: readonly ShownDifference[]): HTMLElement {
  const sentences = [...new Set(differences.map(({ explanation }) => explanation))].filter(
    (text) => text !== '',
  );
  const heads = ['Expected', 'Actual', 'Difference'].map((title) =>
    element('th', { scope: 'col', class: 'figure' }, title),
  );
  return element(
    'div',
    {},
    ...sentences.map((text) => element('p', { class: 'sentence' }, text)),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'What'), ...heads)),
      element('tbody', {}, ...differences.map(row)),
    ),
  );
}

function row(found: ShownDifference): HTMLElement {
  const whose = [found.customer, found.invoice].filter((part) => part !== '').join(' · ');
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      found.measure,
      whose === '' ? null : element('span', { class: 'whose' }, whose),
    ),
    element('td', { class: 'figure' }, found.expected),
    element('td', { class: 'figure' }, found.actual),
    element(
      'td',
      { class: `figure ${found.direction}` },
      found.difference,
      element('span', { class: 'direction' }, found.directionWord),
    ),
  );
}
