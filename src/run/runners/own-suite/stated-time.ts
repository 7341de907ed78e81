import type { StatedTime } from './suite-result.ts';

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** The time of an ISO text, as a list of none or one; what is no such time, or the zero that a tool counts from, says nothing. */
export function statedTime(text: string | undefined): readonly StatedTime[] {
  const found = text === undefined ? null : isoTime.exec(text.trim());
  if (text === undefined || found === null) return [];
  const zone = found[3] === undefined ? 'unknown' : 'stated';
  const plain = text.trim().replace(',', '.').replace(/\s+/, '');
  const atMs = Date.parse(zone === 'stated' ? plain : `${plain}Z`);
  return Number.isNaN(atMs) || atMs <= 0 ? [] : [{ text, atMs, zone }];
}

/** A moment in milliseconds since 1970; tools that do not know it write 0. */
export function statedMs(atMs: number | undefined): readonly StatedTime[] {
  if (atMs === undefined || !(atMs > 0) || atMs > 8.64e15) return [];
  return [{ text: new Date(atMs).toISOString(), atMs, zone: 'stated' }];
}
