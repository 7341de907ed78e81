import { chromium } from './chromium.ts';
import type { Installable } from './installable.ts';
import { k6 } from './k6.ts';
import { killbill } from './killbill/installation.ts';

/** All programs that `doctor` looks for. A new one is a line here. */
export const installables: readonly Installable[] = [k6, chromium, killbill];
