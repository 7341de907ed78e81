import { visibleText } from '../visible-text.ts';

/** Text that is markup already. Only the template below makes it. */
export interface Html {
  readonly kind: 'html';
  readonly text: string;
}

type Value = string | number | Html | readonly Html[];

/** The one place where markup is made: whatever is not markup already is escaped, in elements and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = strings.map((string, index) => {
    const value = values[index];
    return value === undefined ? string : string + markupOf(value);
  });
  return { kind: 'html', text: parts.join('') };
}

export const nothing: Html = { kind: 'html', text: '' };

function markupOf(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if ('kind' in value) return value.text;
  return value.map((one) => one.text).join('');
}

function escapeHtml(text: string): string {
  return visibleText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
