import { visibleText } from './visible-text.ts';

/**
 * JSON that reads back exactly, in which no character steers whoever looks at the file itself: the numbers by which
 * `visibleText` shows such characters are JSON's own escapes.
 */
export function safeJson(value: unknown, indent?: number): string {
  return visibleText(JSON.stringify(value, null, indent));
}
