/**
 * Characters that draw nothing, reorder what stands around them, steer a terminal or make XML ill-formed. A report shows
 * them instead of obeying them: what a target answers must not be able to change how its verdict reads.
 */
const steering =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\u{200b}\u{feff}\u{e0000}-\u{e007f}]/gu;

/** Most texts are plain; asking this first saves most of the time that a large report would spend here. */
const plain = /^[\x20-\x7e]*$/;

/** Keeps line breaks and tabs; every other steering character becomes its number: "\u001b". */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replace(steering, (char) => (isLayout(char) ? char : escaped(char)));
}

/** The same for a place that has one line only. */
export function visibleLine(text: string): string {
  return visibleText(text).replaceAll('\n', ' ⏎ ').replaceAll('\t', ' ');
}

function isLayout(char: string): boolean {
  return char === '\n' || char === '\t';
}

/** By UTF-16 unit, as JSON and JavaScript write it. */
function escaped(char: string): string {
  return [...Array(char.length).keys()]
    .map((unit) => `\\u${char.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
}
