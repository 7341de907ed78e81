import { localDate } from '../../model/date.ts';
import { capabilities } from '../capability.ts';
import { type ContractClause, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, monthLater, newCustomer, startingPoint, subscribe } from './starting-point.ts';

/** What has to work before anything else can: description, worlds of their own, clock, saying no. */
export const worldClauses: readonly ContractClause[] = [
  {
    promise: 'says what it is and, for every capability, whether it has it',
    needs: [],
    verify: async ({ description }) => {
      requireThat(
        description.name !== '' && description.version !== '',
        'describe: found no name or version, expected both.',
      );
      const missing = capabilities.filter(
        (name) => !['native', 'emulated', 'absent'].includes(description.capabilities[name]),
      );
      requireThat(
        missing.length === 0,
        `describe: found no support for ${missing.join(', ')}, expected native, emulated or absent.`,
      );
    },
  },
  {
    promise: 'opens a world, and finds it again by its handle',
    needs: [],
    verify: async (world) => {
      const session = await world.open('handle', firstDay);
      requireThat(session.handle !== '', 'handle: found an empty one, expected what `resume` needs.');
      const again = await world.resume(session.handle);
      requireThat(
        again.handle === session.handle,
        `handle of a resumed session: found ${again.handle}, expected ${session.handle}.`,
      );
      if (world.description.capabilities.clock === 'absent') return;
      const today = await again.today();
      requireThat(today === firstDay, `today in a resumed world: found ${today}, expected ${firstDay}.`);
    },
  },
  {
    promise: 'removes what a run left, names it before, and leaves what another run made',
    needs: [],
    verify: async (world) => {
      // Where all share one clock, one run at a time may hold it.
      if (world.description.clock === 'per-server') return;
      const [mine, theirs] = [world.otherRun('mine'), world.otherRun('theirs')];
      const sessions = [await mine.open('left', firstDay), await theirs.open('left', firstDay)];
      const written = await Promise.all(
        sessions.map((session) =>
          newCustomer(session, 'left').then(
            () => true,
            () => false,
          ),
        ),
      );
      const before = (await mine.leftovers()).length;
      // A driver that writes nothing yet leaves nothing.
      if (before === 0 && !written.includes(true)) return;
      requireThat(before >= 1, 'leftovers of a run whose world is open: found none, expected its name.');
      await mine.cleanUp();
      const after = await mine.leftovers();
      requireThat(after.length === 0, `after cleanUp: found ${after.join(', ')} left, expected nothing.`);
      const others = (await theirs.leftovers()).length;
      requireThat(others >= 1, "another run's world after cleanUp: found it gone, expected it untouched.");
      await mine.cleanUp();
      await theirs.cleanUp();
    },
  },
  {
    promise: 'begins each world on the day that was asked for',
    needs: ['clock'],
    verify: async (world) => {
      const session = await world.open('clock-begin', firstDay);
      const today = await session.today();
      requireThat(
        today === firstDay,
        `today: found ${today}, expected ${firstDay}, the day the session was opened with.`,
      );
    },
  },
  {
    promise: 'moves its clock forwards, and never back',
    needs: ['clock'],
    verify: async (world) => {
      const session = await world.open('clock-move', firstDay);
      await session.advanceTo(monthLater);
      const today = await session.today();
      requireThat(today === monthLater, `today after advanceTo: found ${today}, expected ${monthLater}.`);
      await requireRefusal('moving the clock back', () => session.advanceTo(firstDay));
    },
  },
  {
    promise: 'keeps two worlds apart',
    needs: ['price.flat'],
    verify: async (world) => {
      const { customer } = await startingPoint(world, 'apart-a');
      const other = await world.open('apart-b', firstDay);
      const seen = await other.invoices(customer.id).catch(() => []);
      requireThat(
        seen.length === 0,
        `invoices of another world's customer: found ${seen.length}, expected none to be seen.`,
      );
    },
  },
  {
    promise: 'refuses a customer without a real currency, and a plan that does not exist',
    needs: ['price.flat'],
    verify: async (world) => {
      const session = await world.open('refuse', firstDay);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'refuse-customer');
      const nobody = { key: 'x', name: 'X', country: 'DE', currency: 'XQX', timeZone: 'UTC' };
      await requireRefusal('a customer who pays in XQX', () => session.createCustomer(nobody));
      await requireRefusal('a plan that does not exist', () =>
        subscribe(session, { customer, plan: 'no-such-plan', start: localDate('2026-01-01') }),
      );
    },
  },
  {
    promise: 'tells by reading whether a write was done, if it can tell at all',
    needs: ['price.flat'],
    verify: async (world) => {
      const before = world.announced.length;
      const { session } = await startingPoint(world, 'settle');
      await session.close();
      if (world.settle === null) return;
      const mine = world.announced.slice(before);
      requireThat(mine.length > 2, `announced writes: found ${mine.length}, expected each one.`);
      for (const write of mine) {
        const { outcome } = await world.settle(write);
        requireThat(outcome !== 'not-done', `${write.operation}, which was done: found ${outcome}.`);
        const never = { ...write, idempotencyKey: `${write.idempotencyKey}-never-sent` };
        const other = (await world.settle(never)).outcome;
        requireThat(other !== 'done', `${write.operation}, which was never sent: found ${other}.`);
      }
    },
  },
];
