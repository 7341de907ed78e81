import { describe, expect, it } from 'vitest';
import { ref } from '../fixture-parts.ts';
import { evidenceInliner } from './inlined-evidence.ts';

const held = (text: string) => evidenceInliner(() => Buffer.from(text))(ref('a.txt', 'text/plain', text));

describe('evidence in the page', () => {
  it('is shown when it is small', () => {
    expect(held('right').body).toEqual({ kind: 'text', text: 'right' });
  });

  it('is named with its path when it is larger than one item may be', () => {
    const shown = held('x'.repeat(64 * 1024 + 1));
    expect(shown.body).toEqual({ kind: 'elsewhere', why: 'It is too large for the page.' });
    expect(shown.path).toBe(`evidence/${shown.sha256.slice(0, 2)}/${shown.sha256}`);
  });

  it('stops at six MiB in all', () => {
    const text = 'x'.repeat(64 * 1024);
    const inline = evidenceInliner(() => Buffer.from(text));
    const kinds = Array.from({ length: 97 }, () => inline(ref('a.txt', 'text/plain', text)).body.kind);
    expect(kinds.filter((kind) => kind === 'text')).toHaveLength(96);
    expect(kinds.at(-1)).toBe('elsewhere');
  });

  it('says so when the run folder has lost it', () => {
    expect(evidenceInliner(() => null)(ref('a.txt', 'text/plain', 'x')).body).toEqual({
      kind: 'elsewhere',
      why: 'It is missing from the run folder.',
    });
  });

  it('never shows a kind of file that a browser could run', () => {
    expect(evidenceInliner(() => Buffer.from('x'))(ref('a.svg', 'image/svg', 'x')).body.kind).toBe(
      'elsewhere',
    );
  });
});
