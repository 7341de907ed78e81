import { describe } from 'vitest';
import { billHistories } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  addOnLives,
  type CalendarLife,
  comingBackLives,
  lastDayLives,
} from '../../../scenario/drawn/calendar-lives.ts';
import { everyCalendar } from '../../../scenario/drawn/every-calendar.ts';
import { expectDrawn } from '../../../scenario/drawn/expect-drawn.ts';
import { firstDayLives } from '../../../scenario/drawn/first-day-lives.ts';
import { hardCalendars, needsOfCalendars } from '../../../scenario/drawn/hard-calendars.ts';
import { namedDayLives } from '../../../scenario/drawn/named-day-lives.ts';
import { repeatedLives } from '../../../scenario/drawn/repeated-lives.ts';
import { sameDayLives } from '../../../scenario/drawn/same-day-lives.ts';

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
      `and told, by its name or not, or taken back until its last day is done in time, where they are billed for ${name} at a time`,
      { topic: 'calendar', needs: [...needsOfCalendars, 'subscription.undo'], tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: [...lastDayLives, ...namedDayLives] };
        const histories = everyCalendar(wanted).take(world.casesOf(13)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

/** What is told on the day of another thing, or of the order. */
const dayLives = [...sameDayLives, ...firstDayLives];

/** After which something else is bought. */
const bought: readonly CalendarLife[] = [
  'changed twice in one period',
  'changed with its period',
  'changed and ended in one period',
  'another plan and back on one day',
  'two other plans on one day',
  'another plan on his first day',
];

describe('Whoever begins with a plan that costs nothing', () => {
  for (const name of ['a month', 'thirty days', 'a quarter'] as const) {
    check(
      `pays for what he changes to, where he is billed for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar: hardCalendars[name], lives: bought, isFree: true };
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
        const wanted = { seed: world.seed, calendar, lives: dayLives };
        const histories = everyCalendar(wanted).take(world.casesOf(24)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
  for (const [name, calendar] of Object.entries(hardCalendars)) {
    check(
      `leave an add-on as it is at its end, where its base is billed for ${name} at a time`,
      { topic: 'calendar', needs: needsOfCalendars, tags: ['@generated'] },
      async (world) => {
        const wanted = { seed: world.seed, calendar, lives: dayLives, who: 'add-on' } as const;
        const histories = everyCalendar(wanted).take(world.casesOf(8)).toArray();
        await expectDrawn(world, histories, await billHistories(world, histories));
      },
    );
  }
});

describe('The same kind of thing again and again, there and back', () => {
  for (const [who, words] of [
    ['base', 'where he'],
    ['add-on', 'to an add-on whose base'],
  ] as const)
    for (const [name, calendar] of Object.entries(hardCalendars)) {
      check(
        `is billed each time as if it were the first, ${words} is billed for ${name} at a time`,
        { topic: 'calendar', needs: [...needsOfCalendars, 'subscription.undo'], tags: ['@generated'] },
        async (world) => {
          const wanted = { seed: world.seed, calendar, lives: repeatedLives, who };
          const histories = everyCalendar(wanted)
            .take(world.casesOf(who === 'base' ? 14 : 7))
            .toArray();
          await expectDrawn(world, histories, await billHistories(world, histories));
        },
      );
    }
});
