import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { TargetRefusal } from '../../target/session.ts';
import type { KillBillCalls } from './calls.ts';
import { UndoneWork } from './undone-work.ts';

/**
 * The hour at which every move ends: in all zones from eleven hours behind UTC to thirteen ahead it is the same day, and
 * accounts, which bill at five past midnight of their own zone, have had theirs.
 */
export const hourOfMoves = 'T10:30:00.000Z';
/** The server's clock goes on by itself after a move; what it plans for at once is due before this. */
const dueBefore = 'T11:00:00.000Z';

const clockAnswer = z.object({ currentUtcTime: z.string() });
const queued = z.object({ recordId: z.string().optional() });
const queuesAnswer = z.object({
  busEvents: z.array(queued).optional(),
  notifications: z.array(queued.extend({ effectiveDate: z.string() })),
});

/** How long the server may take to work off what a write or a move made due. */
const settledWithinMs = 60_000;
const lookAgainMs = 25;
const failedLooksMax = 40;

/** Who set the clock of which server last: several worlds of one process share it. */
const lastMover = new Map<string, ServerClock>();

/** The day of one world, on the one clock of the server. Before each call of the world the clock is brought to its day. */
export class ServerClock {
  readonly #calls: KillBillCalls;
  readonly #server: string;
  #today: LocalDate;
  #isLent: boolean;

  constructor(
    calls: KillBillCalls,
    server: string,
    { today, isClockLent }: { readonly today: LocalDate; readonly isClockLent: boolean },
  ) {
    this.#calls = calls;
    this.#server = server;
    this.#today = today;
    this.#isLent = isClockLent;
  }

  get today(): LocalDate {
    return this.#today;
  }

  get isLent(): boolean {
    return this.#isLent;
  }

  /** From now on somebody else may move the clock on for this world. */
  lend(): void {
    this.#isLent = true;
  }

  /** Makes it this world's turn; another one may have moved the clock meanwhile. */
  async takeTurn(): Promise<void> {
    if (lastMover.get(this.#server) === this) return;
    if (this.#isLent) await this.#takeBack();
    else await this.#set(this.#today);
  }

  /** Whoever had the clock moved it forwards only: what was made due by that is not done again. */
  async #takeBack(): Promise<void> {
    const day = await this.read();
    if (day < this.#today) await this.#set(this.#today);
    else this.#today = day;
    this.#isLent = false;
    lastMover.set(this.#server, this);
    await this.settle();
  }

  /** The day that the clock says, without moving it. */
  async read(): Promise<LocalDate> {
    const { currentUtcTime } = await this.#calls.get('clock.read', '/1.0/kb/test/clock', clockAnswer);
    return localDate(currentUtcTime.slice(0, 10));
  }

  /** Puts the clock to the day for one question; the next turn of any world puts it back. */
  async visit(day: LocalDate): Promise<void> {
    await this.#set(day);
    lastMover.delete(this.#server);
  }

  /** Steps on to the day over every moment for which the server has planned something, so that each has its true date. */
  async advanceTo(date: LocalDate): Promise<void> {
    await this.takeTurn();
    if (date < this.#today) throw goesBack(this.#today, date);
    await this.settle();
    while (this.#today < date) {
      const next = await this.#nextDay(date);
      await this.#set(next);
      this.#today = next;
      await this.settle();
    }
  }

  /** Until nothing is due any more, seen twice, and the server says so too. */
  async settle(): Promise<void> {
    const started = performance.now();
    const undone = new UndoneWork();
    for (let seen = 0; seen < 2; ) {
      const due = await this.#due();
      undone.look(due);
      seen = due.length === 0 ? seen + 1 : 0;
      if (seen === 2) break;
      if (performance.now() - started > settledWithinMs) throw undone.refusal() ?? neverSettled(this.#today);
      await pause(lookAgainMs);
    }
    await this.#calls.text('clock.settle', '/1.0/kb/test/queues?timeoutSec=30');
  }

  /** What is to be done now, each piece by the number that it has in its queue. */
  async #due(): Promise<readonly string[]> {
    const { busEvents = [], notifications } = await this.#looked(this.#today, true);
    const soon = `${this.#today}${dueBefore}`;
    const now = notifications.filter(({ effectiveDate }) => effectiveDate <= soon);
    return [
      ...busEvents.map(({ recordId = '?' }) => `event ${recordId}`),
      ...now.map(({ recordId = '?' }) => `notification ${recordId}`),
    ];
  }

  async #nextDay(last: LocalDate): Promise<LocalDate> {
    const now = `${this.#today}${hourOfMoves}`;
    const { notifications } = await this.#looked(last, false);
    const days = notifications
      .map(({ effectiveDate }) => effectiveDate)
      .filter((moment) => moment > now)
      .map(dayOf)
      .sort();
    const [first] = days;
    return first === undefined || first > last ? last : first;
  }

  /** The server's database may fail to list what is being worked off that very moment; a look changes nothing, and is taken again. */
  async #looked(until: LocalDate, withBusEvents: boolean) {
    for (let failed = 0; ; failed += 1) {
      try {
        return await this.#planned(until, withBusEvents);
      } catch (error) {
        if (!(error instanceof TargetRefusal) || error.status !== 500 || failed === failedLooksMax)
          throw error;
        await pause(lookAgainMs);
      }
    }
  }

  #planned(until: LocalDate, withBusEvents: boolean) {
    const query = new URLSearchParams({
      withHistory: 'false',
      withBusEvents: String(withBusEvents),
      maxDate: addDays(until, 1),
    });
    return this.#calls.get('clock.planned', `/1.0/kb/admin/queues?${query}`, queuesAnswer);
  }

  async #set(day: LocalDate): Promise<void> {
    lastMover.delete(this.#server);
    const query = new URLSearchParams({ requestedDate: `${day}${hourOfMoves}`, timeoutSec: '0' });
    await this.#calls.write({ operation: 'clock.move', path: `/1.0/kb/test/clock?${query}` });
    lastMover.set(this.#server, this);
  }
}

/** The first day whose hour of moves is not before the moment. */
function dayOf(moment: string): LocalDate {
  const day = localDate(moment.slice(0, 10));
  return moment <= `${day}${hourOfMoves}` ? day : addDays(day, 1);
}

/** The server would do it; a world of a run never lives a day twice. */
function goesBack(today: LocalDate, date: LocalDate): TargetRefusal {
  const answer = `the clock never goes back, from ${today} to ${date}`;
  return new TargetRefusal({ operation: 'clock.move', status: 400, answer });
}

function neverSettled(day: LocalDate): HarnessFault {
  return new HarnessFault({
    code: 'TARGET_BUSY',
    message: `Found work that is due and not done ${settledWithinMs / 1000} s after the clock of the server was set to ${day}, expected it to be worked off.`,
    hint: 'Look into the log of the server; a notification may fail again and again.',
  });
}
