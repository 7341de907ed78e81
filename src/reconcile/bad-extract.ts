import { HarnessFault } from '../model/fault.ts';

/** An extract that cannot be compared: torn, malformed, empty or not what its control totals say. */
export function badExtract(message: string, cause?: unknown): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message,
    hint: 'Write the extract again; a comparison of half an extract proves nothing.',
    cause,
  });
}
