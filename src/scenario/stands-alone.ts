/** Whether a figure stands in a text by itself: "50.00 EUR" does not stand in "150.00 EUR", nor in "-50.00 EUR". */
export function standsAlone(figure: string, text: string): boolean {
  const quoted = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}]|[-.,]|\\u2212)${quoted}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'u').test(text);
}
