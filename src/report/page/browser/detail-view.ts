import { explainCommand, rerunCommand } from '../../commands.ts';
import { durationInWords } from '../../time-words.ts';
import {
  type CheckDetail,
  type CheckIndex,
  exchangesMediaType,
  type ShownEvidence,
  trailMediaType,
} from '../wire.ts';
import { differencesView } from './difference-view.ts';
import { element } from './element.ts';
import { evidenceView } from './evidence-view.ts';

/** Everything that is known of one check: money first, then why, then how it was found out, then how to see it again. */
export function detailView(index: CheckIndex, position: number, detail: CheckDetail): HTMLElement {
  const id = index.id[position] ?? '';
  return element(
    'div',
    { class: 'sheet' },
    ...part('Wrong amounts', detail.differences.length > 0 ? [differencesView(detail.differences)] : []),
    ...part('Why there is no result', detail.reason === '' ? [] : [element('p', {}, detail.reason)]),
    ...part('Error', errorView(detail)),
    ...part('How the right amount comes about', ofKind(detail, isTrail)),
    ...part('Asked and answered', ofKind(detail, isExchanges)),
    ...part(
      'Evidence',
      ofKind(detail, (item) => !isTrail(item) && !isExchanges(item)),
    ),
    ...part('Measured', measurements(detail)),
    ...part('The check', [facts(index, position, detail)]),
    ...part('See it again', [
      element('p', {}, element('code', { class: 'command' }, rerunCommand(id))),
      element('p', {}, element('code', { class: 'command' }, explainCommand('latest', id))),
    ]),
  );
}

function part(title: string, content: readonly HTMLElement[]): HTMLElement[] {
  return content.length === 0 ? [] : [element('h3', {}, title), ...content];
}

function errorView({ error }: CheckDetail): HTMLElement[] {
  if (error === null) return [];
  const stack =
    error.stack === ''
      ? null
      : element(
          'details',
          {},
          element('summary', {}, 'Where it happened'),
          element('pre', { tabindex: '0' }, error.stack),
        );
  return [
    element('p', {}, element('b', {}, error.type)),
    element('pre', { tabindex: '0' }, error.message),
    ...(stack === null ? [] : [stack]),
  ];
}

function ofKind(detail: CheckDetail, isWanted: (item: ShownEvidence) => boolean): HTMLElement[] {
  return detail.evidence.filter(isWanted).map(evidenceView);
}

function isTrail(item: ShownEvidence): boolean {
  return item.mediaType.startsWith(trailMediaType);
}

function isExchanges(item: ShownEvidence): boolean {
  return item.mediaType.startsWith(exchangesMediaType);
}

function measurements(detail: CheckDetail): HTMLElement[] {
  if (detail.measurements.length === 0) return [];
  const rows = detail.measurements.map(({ name, value, unit }) => fact(name, `${value} ${unit}`));
  return [element('dl', { class: 'facts' }, ...rows)];
}

function facts(index: CheckIndex, position: number, detail: CheckDetail): HTMLElement {
  const file = index.files[index.file[position] ?? -1] ?? '';
  const known: readonly (readonly [string, string])[] = [
    ['Where', `${file}:${index.line[position] ?? 0}`],
    ['Id', index.id[position] ?? ''],
    ['Topic', detail.topic],
    ['Cause', detail.cause],
    ['Needs', detail.needs.join(', ')],
    ['Tags', detail.tags.join(' ')],
    ['Took', durationInWords(index.durationMs[position] ?? 0)],
  ];
  const rows = known.filter(([, value]) => value !== '').map(([name, value]) => fact(name, value));
  return element('dl', { class: 'facts' }, ...rows);
}

function fact(name: string, value: string): HTMLElement {
  return element('div', {}, element('dt', {}, name), element('dd', {}, value));
}
