import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeJson } from './safe-json.ts';
import { visibleLine, visibleText, visibleTitle } from './visible-text.ts';

describe('safeJson', () => {
  it('reads back exactly, and steers nobody who looks at the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = safeJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(visibleText(json)).toBe(json);
      }),
    );
  });
});

describe('visibleText', () => {
  it('shows what steers a terminal, turns text round or makes XML ill-formed', () => {
    expect(visibleText('a\u001b[31mb\u202ec\u0000d\uffffe\ud800f\u2028g')).toBe(
      'a\\u001b[31mb\\u202ec\\u0000d\\uffffe\\ud800f\\u2028g',
    );
  });

  it('shows what draws nothing, and cuts a title that never ends', () => {
    expect(visibleText('a\u00adb\u2060c\u3164d')).toBe('a\\u00adb\\u2060c\\u3164d');
    expect(visibleTitle('x'.repeat(10_000), 5)).toBe('xxxx…');
    expect(visibleTitle('a\nb')).toBe('a ⏎ b');
  });

  it('leaves letters of every script, line breaks and tabs alone', () => {
    const text = 'Zürich 東京 עברית 👩‍👧\n\tEUR 1.00';
    expect(visibleText(text)).toBe(text);
  });

  it('leaves nothing that an XML file may not hold, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).not.toMatch(/[\p{Cs}\p{Bidi_Control}\uffff\ufffe]/u);
        expect(visibleLine(text)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
