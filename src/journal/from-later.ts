import { HarnessFault } from '../model/fault.ts';

/** Exit code 64: what was read is whole, and in a form that only a later version knows. */
export function fromLater(place: string, found: string, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `${place}: written by a newer Tollgate (${found}); expected ${expected}.`,
    hint: 'Read this run with the version that wrote it, or a later one.',
  });
}
