/**
 * Characters that draw nothing, reorder what stands around them, steer a terminal or make XML ill-formed. A report shows
 * them instead of obeying them: what a target answers must not be able to change how its verdict reads.
 */
const steering =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}[\p{Default_Ignorable_Code_Point}--[\u200c\u200d\u034f\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]]]/gv;

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

/** The same, and no longer than a reader reads: what is cut ends in "…". */
export function visibleTitle(text: string, lengthMax = 160): string {
  const line = visibleLine(text);
  return line.length <= lengthMax ? line : `${line.slice(0, lengthMax - 1).toWellFormed()}…`;
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
