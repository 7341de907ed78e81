import { element } from './element.ts';

/** How the right amount came about, step by step: [{title, steps: [{text, value}]}]. Null when it is not such a trail. */
export function trailView(trails: unknown): HTMLElement | null {
  if (!Array.isArray(trails)) return null;
  const parts = trails.map(oneTrail);
  return element('div', {}, ...parts);
}

function oneTrail(trail: { title?: unknown; steps?: unknown }): HTMLElement {
  const steps = Array.isArray(trail.steps) ? trail.steps : [];
  const items = steps.map((step: { text?: unknown; value?: unknown }) =>
    element(
      'li',
      {},
      element('span', {}, String(step.text ?? '')),
      element('span', { class: 'value' }, String(step.value ?? '')),
    ),
  );
  return element(
    'div',
    {},
    element('p', {}, element('b', {}, String(trail.title ?? ''))),
    element('ol', { class: 'trail' }, ...items),
  );
}
