import type { Row } from '../row.ts';
import { unreachable } from './unreachable.ts';

/** All rows, in the order of the note. A family of rows is one file here and one line below. */
export const rows: readonly Row[] = [...unreachable];
