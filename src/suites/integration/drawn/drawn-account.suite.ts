import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import { expectLifeInFiles } from '../../../scenario/drawn/account-files.ts';
import { expectSoundLife } from '../../../scenario/drawn/account-life.ts';
import { expectLifeTold } from '../../../scenario/drawn/account-news.ts';
import { expectLivesValued } from '../../../scenario/drawn/account-values.ts';
import { needsOfLife } from '../../../scenario/drawn/begin-life.ts';
import { expectHistoryTold } from '../../../scenario/drawn/history-told.ts';
import { expectHistoriesWithMoney } from '../../../scenario/drawn/history-with-money.ts';
import { needsOfDrawn } from '../../../scenario/drawn/needs-of-drawn.ts';

const needsOfAnyone = [...new Set([...needsOfDrawn, ...needsOfLife])];

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

  // What is sold is drawn as well: in the same group, so that a thousand seeds take their turns among all of them.
  for (const [group, bills, because] of [
    ['first', 'kept', 'billed as the oracle says and as announced, whatever is done with what is owed'],
    ['second', 'kept', 'billed as the oracle says and as announced, whatever is done with what is owed'],
    ['third', 'changed', 'sound, whatever becomes of their bills'],
    ['fourth', 'changed', 'sound, whatever becomes of their bills'],
  ] as const)
    check(
      `Those of a ${group} group of customers nobody thought of are ${because}, and the books are what documents and money say`,
      { topic: 'credit', needs: needsOfAnyone, tags: ['@generated'], timeoutMs: 120_000 },
      (world) => expectHistoriesWithMoney(world, `money of the ${group} group`, { bills }),
    );

  for (const group of ['fifth', 'sixth'] as const)
    check(
      `That of a customer nobody thought of, from a ${group} group, is told of: exports and documents say what the target says itself, and each thing is news once`,
      {
        topic: 'reconciliation',
        needs: [...needsOfAnyone, 'export', 'invoice.pdf', 'webhook'],
        tags: ['@generated'],
        timeoutMs: 120_000,
      },
      (world) => expectHistoryTold(world, `told of the ${group} group`),
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
