import { ctrf } from './ctrf.ts';
import type { Exporter } from './exporter.ts';
import { junit } from './junit.ts';
import { htmlPage } from './page/html-page.ts';
import { summary } from './summary.ts';

/** Every format that a run is written in. */
export const exporters: readonly Exporter[] = [htmlPage, junit, ctrf, summary];
