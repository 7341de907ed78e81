import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import { expectLifeInFiles } from '../../../scenario/drawn/account-files.ts';
import { expectSoundLife } from '../../../scenario/drawn/account-life.ts';
import { expectLifeTold } from '../../../scenario/drawn/account-news.ts';
import { expectLivesValued } from '../../../scenario/drawn/account-values.ts';
import { needsOfLife } from '../../../scenario/drawn/begin-life.ts';

describe('An account to which anything may happen', () => {
  for (const [name, currency] of [
    ['first', 'EUR'],
    ['second', 'EUR'],
    ['third', 'JPY'],
    ['fourth', 'KWD'],
    ['fifth', 'EUR'],
    ['sixth', 'EUR'],
  ] as const)
    check(
      `The ${name} one, in ${currency}: after each act invoices add up, and the books are what documents and money say`,
      { topic: 'credit', needs: needsOfLife, tags: ['@generated'], timeoutMs: 60_000 },
      (world) => expectSoundLife(world, name, { currency }),
    );

  // In the same group, so that a thousand seeds take their turns among all of them.
  for (const [name, currency] of [
    ['first', 'EUR'],
    ['second', 'JPY'],
    ['third', 'EUR'],
  ] as const)
    check(
      `The ${name} one to which a few things happen over and over, in ${currency}: after each act invoices add up, and the books are what documents and money say`,
      { topic: 'credit', needs: needsOfLife, tags: ['@generated'], timeoutMs: 60_000 },
      (world) => expectSoundLife(world, `few things, ${name}`, { currency, habits: 'few' }),
    );
});

describe('What others are told of an account to which anything may happen', () => {
  for (const [name, currency] of [
    ['first', 'EUR'],
    ['second', 'JPY'],
  ] as const)
    check(
      `The ${name} one, in ${currency}: each invoice, void, credit note and payment once, and nothing that did not come about`,
      { topic: 'webhook', needs: [...needsOfLife, 'webhook'], tags: ['@generated'], timeoutMs: 60_000 },
      (world) => expectLifeTold(world, `news of the ${name}`, currency),
    );
});

describe('What files say of an account to which anything may happen', () => {
  for (const [name, currency] of [
    ['first', 'EUR'],
    ['second', 'KWD'],
  ] as const)
    check(
      `The ${name} one, in ${currency}: exports and the PDF of each invoice say what the target says itself`,
      {
        topic: 'reconciliation',
        needs: [...needsOfLife, 'export', 'invoice.pdf'],
        tags: ['@generated'],
        timeoutMs: 60_000,
      },
      (world) => expectLifeInFiles(world, `files of the ${name}`, currency),
    );
});

describe('What an account to which anything may happen is worth in books of another currency', () => {
  for (const [name, currency, booksIn] of [
    ['first', 'EUR', 'USD'],
    ['second', 'KWD', 'EUR'],
    ['third', 'EUR', 'JPY'],
    ['fourth', 'JPY', 'KWD'],
  ] as const)
    check(
      `The ${name} one, in ${currency} and in books in ${booksIn}: money at the rate of its day, what is owed at that of its invoice, and no coin of what is settled`,
      {
        topic: 'ledger',
        needs: [...needsOfLife, 'legal-entity', 'exchange-rates'],
        tags: ['@generated', '@close', '@risk-high'],
        timeoutMs: 60_000,
      },
      (world) => expectLivesValued(world, `books of the ${name}`, { currency, booksIn }),
    );
});
