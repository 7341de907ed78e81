import type { CaseReader } from '../case-reader.ts';
import { documentReader } from './document.ts';
import { ratingReader } from './rating.ts';

/** In the order in which they are tried; the first that fits reads the case. */
export const caseReaders: readonly CaseReader[] = [ratingReader, documentReader];
