import { visibleLine, visibleText } from './visible-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Foreign text inside an element. What XML forbids is shown as its number: one such byte voids the whole file. */
export function xmlText(text: string): string {
  return escapeXml(visibleText(text));
}

/** Attributes in the order given; those that are null are left out. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(visibleLine(String(value)))}"`)
    .join('');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
