import { exchangesMediaType, type ShownEvidence, trailMediaType } from '../wire.ts';
import { element } from './element.ts';
import { exchangesView } from './exchanges-view.ts';
import { trailView } from './trail-view.ts';

/** One piece of evidence in the form that suits its kind; whatever cannot be read as its kind is shown as plain text. */
export function evidenceView(item: ShownEvidence): HTMLElement {
  if (item.body.kind === 'elsewhere') return elsewhere(item, item.body.why);
  if (item.body.kind === 'picture') {
    const picture = element('img', {
      src: `data:image/png;base64,${item.body.base64}`,
      alt: `Picture "${item.name}"`,
    });
    return element('figure', {}, picture, element('figcaption', { class: 'note' }, item.name));
  }
  return (
    structured(item.mediaType, item.body.text) ??
    element(
      'details',
      {},
      element('summary', {}, `${item.name} (${item.mediaType})`),
      element('pre', { tabindex: '0' }, item.body.text),
    )
  );
}

function structured(mediaType: string, text: string): HTMLElement | null {
  try {
    if (mediaType.startsWith(trailMediaType)) return trailView(JSON.parse(text));
    if (mediaType.startsWith(exchangesMediaType)) return exchangesView(text);
    return null;
  } catch {
    return null;
  }
}

function elsewhere(item: ShownEvidence, why: string): HTMLElement {
  return element(
    'p',
    {},
    `${item.name} (${item.mediaType}, ${item.bytes} bytes). ${why} It stands in `,
    element('code', {}, item.path),
    '.',
  );
}
