/** For tests only: names of scenarios that look alike, read backwards, never end, or are paths elsewhere. */
export const scenarioNames: readonly string[] = [
  'Ré',
  'Re\u0301',
  'Total',
  'T\u043etal',
  'Zero\u200bwidth',
  'Zerowidth',
  '\u202egnirts',
  'x'.repeat(10_000),
  '💶 paid',
  '../../x',
  'C:\\x',
  'CON',
  'a.',
  '%2e%2e',
  'x::$DATA',
];
