import { completeSession } from '../target/complete-session.ts';
import type { Driver } from '../target/driver.ts';
import type { OfferedSession } from '../target/session.ts';
import { provenDescription } from './proven-description.ts';

/** A driver whose sessions have every verb, and whose description has every field: what is left out is refused by name. */
export function withAllVerbs(driver: Driver<OfferedSession>): Driver {
  const { name } = driver;
  const settle = driver.settle?.bind(driver);
  return {
    name,
    describe: async (address) => provenDescription(await driver.describe(address), name),
    open: async (address, request) => completeSession(await driver.open(address, request), name),
    resume: async (address, request, handle) =>
      completeSession(await driver.resume(address, request, handle), name),
    cleanUp: (address, runId, wire) => driver.cleanUp(address, runId, wire),
    leftovers: (address, runId, wire) => driver.leftovers(address, runId, wire),
    ...(settle === undefined ? {} : { settle }),
  };
}
