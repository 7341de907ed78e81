import { describe } from 'vitest';
import { billHistories } from '../../scenario/billed-history.ts';
import { check } from '../../scenario/check.ts';
import { addOnLives, comingBackLives, lastDayLives } from '../../scenario/drawn/calendar-lives.ts';
import { everyCalendar } from '../../scenario/drawn/every-calendar.ts';
import { expectDrawn } from '../../scenario/drawn/expect-drawn.ts';
import { hardCalendars, needsOfCalendars } from '../../scenario/drawn/hard-calendars.ts';
import { sameDayLives } from '../../scenario/drawn/same-day-lives.ts';

describe('Every life from every beginning', () => {
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `Customers who are billed for ${name} at a time, from each kind of day and whatever happens to them`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'], timeoutMs: 120_000 },
      async (world) => {
        const histories = everyCalendar({ seed: world.seed, calendar }).take(world.casesOf(44)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

describe('What is wished for the end of a period', () => {
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `and told or taken back on its last day is done in time, where they are billed for ${name} at a time`,
      { topic: 'calendar', needs: [...needsOfCalendars, 'subscription.undo'], tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: lastDayLives };
        const histories = everyCalendar(wanted).take(world.casesOf(8)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

describe('Whoever has left and orders the same again', () => {
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `pays for both as for any two, where he is billed for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: comingBackLives };
        const histories = everyCalendar(wanted).take(world.casesOf(4)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

describe('An add-on that lives a life of its own', () => {
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `is billed on its days beside a base that is kept, for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: addOnLives, who: 'add-on' } as const;
        const histories = everyCalendar(wanted).take(world.casesOf(6)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

describe('Two things on one day', () => {
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `leave him as he is at its end, where he is billed for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: sameDayLives };
        const histories = everyCalendar(wanted).take(world.casesOf(21)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `leave an add-on as it is at its end, where its base is billed for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: sameDayLives, who: 'add-on' } as const;
        const histories = everyCalendar(wanted).take(world.casesOf(8)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});
