import type { UsageProcedures } from '../../engine/usage-procedures.ts';
import { ingestUsage } from './ingest-usage.ts';
import { lateUsageParts } from './late-usage-parts.ts';
import { rememberBilledUsage } from './remember-billed-usage.ts';
import { storeUsage } from './store-usage.ts';
import { takeUsageEvent } from './take-usage-event.ts';

/** From an event that comes in to the bill that it is on; each is an entry of the engine's procedures. */
export const usageProcedures: UsageProcedures = {
  ingestUsage,
  takeUsageEvent,
  storeUsage,
  lateUsageParts,
  rememberBilledUsage,
};
