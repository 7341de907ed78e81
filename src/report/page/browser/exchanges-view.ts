import { element } from './element.ts';
import { parseExactly } from './exact-json.ts';

interface Exchange {
  readonly request?: unknown;
  readonly requestBody?: unknown;
  readonly status?: unknown;
  readonly responseBody?: unknown;
  readonly durationMs?: unknown;
}

/** What was asked of the target and what it answered, one exchange a line of the evidence. */
export function exchangesView(ndjson: string): HTMLElement {
  const exchanges = ndjson
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (parseExactly(line) ?? JSON.parse(line)) as Exchange);
  return element('div', {}, ...exchanges.map(exchangeView));
}

function exchangeView(exchange: Exchange): HTMLElement {
  const duration = exchange.durationMs === undefined ? '' : ` · ${asText(exchange.durationMs)} ms`;
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      element('code', {}, asText(exchange.request)),
      ' → ',
      element('span', { class: 'exchange-status' }, asText(exchange.status)),
      duration,
    ),
    ...bodyView('Sent', exchange.requestBody),
    ...bodyView('Answered', exchange.responseBody),
  );
}

function bodyView(title: string, body: unknown): HTMLElement[] {
  const text = asText(body);
  if (text === '') return [];
  return [element('h4', { class: 'note' }, title), element('pre', { tabindex: '0' }, text)];
}

/** A body that is JSON, or text that holds JSON, is indented; anything else is shown as it came. */
function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  const parsed = /^\s*[[{]/.test(value) ? parseExactly(value) : null;
  return parsed === null ? value : JSON.stringify(parsed, null, 2);
}
