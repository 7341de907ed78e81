import type { StoryTiming } from '../story/story-subscriptions.ts';
import { readDate } from './date-text.ts';

/** Reads "immediately", "at the end of the period" or "on 16 April 2026". */
export function readTiming(text: string): StoryTiming {
  if (text === 'immediately') return { kind: 'today' };
  if (text === 'at the end of the period') return { kind: 'period-end' };
  return { kind: 'date', date: readDate(text.replace(/^on /, '')) };
}
