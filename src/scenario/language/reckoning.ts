import { HarnessFault } from '../../model/fault.ts';
import {
  dividedBy,
  type Fraction,
  fractionOf,
  minus,
  negated,
  plus,
  times,
  whole,
} from '../../oracle/arithmetic/fraction.ts';

/**
 * Works out arithmetic that an author shows in a table, exactly: "90.00 x 15 / 30", "10 x 0.10 + 5 x 0.08". Knows
 * + - x / and brackets, thousands in groups, and percent.
 */
export function reckon(text: string): Fraction {
  const tokens = text.match(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[-+x×*/÷()%]|[^\s]/g) ?? [];
  const reader = { tokens, at: 0, text };
  const value = sum(reader);
  if (reader.at < tokens.length) throw notArithmetic(reader);
  return value;
}

interface Reader {
  readonly tokens: readonly string[];
  readonly text: string;
  at: number;
}

function sum(reader: Reader): Fraction {
  let value = product(reader);
  for (let sign = reader.tokens[reader.at]; sign === '+' || sign === '-'; sign = reader.tokens[reader.at]) {
    reader.at += 1;
    value = (sign === '+' ? plus : minus)(value, product(reader));
  }
  return value;
}

function product(reader: Reader): Fraction {
  let value = factor(reader);
  for (;;) {
    const sign = reader.tokens[reader.at] ?? '';
    if (!['x', '×', '*', '/', '÷'].includes(sign)) return value;
    reader.at += 1;
    const next = factor(reader);
    value = sign === '/' || sign === '÷' ? dividedBy(value, next) : times(value, next);
  }
}

function factor(reader: Reader): Fraction {
  const token = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (token === '-') return negated(factor(reader));
  const value = token === '(' ? bracket(reader) : number(token, reader);
  if (reader.tokens[reader.at] !== '%') return value;
  reader.at += 1;
  return dividedBy(value, whole(100));
}

function bracket(reader: Reader): Fraction {
  const value = sum(reader);
  if (reader.tokens[reader.at] !== ')') throw notArithmetic(reader);
  reader.at += 1;
  return value;
}

function number(token: string, reader: Reader): Fraction {
  if (!/^\d/.test(token)) throw notArithmetic(reader);
  return fractionOf(token.replaceAll(',', ''));
}

function notArithmetic(reader: Reader): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found the reckoning "${reader.text}", expected numbers with + - x / and brackets.`,
    hint: 'Write it like 90.00 x 15 / 30, without currency.',
  });
}
