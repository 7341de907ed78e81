import { closeAfter } from '../close-after.ts';
import type { World } from '../world.ts';
import { StoryAlterations } from './story-alterations.ts';
import { StoryBank } from './story-bank.ts';
import { StoryBooks } from './story-books.ts';
import { StoryCatalog } from './story-catalog.ts';
import { StoryClock } from './story-clock.ts';
import { StoryCollection } from './story-collection.ts';
import { StoryCoupons } from './story-coupons.ts';
import { StoryCredits } from './story-credits.ts';
import { StoryCustomers } from './story-customers.ts';
import { StoryDrafts } from './story-drafts.ts';
import { StoryDunning } from './story-dunning.ts';
import { StoryExchange } from './story-exchange.ts';
import { StoryInvoices } from './story-invoices.ts';
import { StoryPayments } from './story-payments.ts';
import { StoryScreen } from './story-screen.ts';
import { StorySubscriptions } from './story-subscriptions.ts';
import { StoryTaxEngine } from './story-tax-engine.ts';
import { StoryUsage } from './story-usage.ts';

/** The billing world of one scenario: what steps and suites say, by the nouns that it speaks of. */
export class Story {
  readonly world: World;
  readonly clock: StoryClock;
  readonly catalog: StoryCatalog;
  readonly customers: StoryCustomers;
  readonly coupons: StoryCoupons;
  readonly subscriptions: StorySubscriptions;
  readonly alterations: StoryAlterations;
  readonly usage: StoryUsage;
  readonly invoices: StoryInvoices;
  readonly payments: StoryPayments;
  readonly credits: StoryCredits;
  readonly collection: StoryCollection;
  readonly bank: StoryBank;
  readonly drafts: StoryDrafts;
  readonly dunning: StoryDunning;
  readonly books: StoryBooks;
  readonly exchange: StoryExchange;
  readonly screen: StoryScreen;
  readonly taxEngine: StoryTaxEngine;

  constructor(world: World) {
    this.world = world;
    this.clock = new StoryClock((today) => world.target(today));
    this.customers = new StoryCustomers(this.clock, world.checkId);
    this.catalog = new StoryCatalog(this.clock);
    const parts = { world, clock: this.clock, catalog: this.catalog, customers: this.customers };
    this.coupons = new StoryCoupons(parts);
    this.subscriptions = new StorySubscriptions(parts);
    this.alterations = new StoryAlterations(this.subscriptions);
    this.usage = new StoryUsage(parts);
    this.invoices = new StoryInvoices(parts);
    this.credits = new StoryCredits(parts, this.invoices);
    this.payments = new StoryPayments(parts, this.invoices);
    this.bank = new StoryBank(parts, this.invoices);
    this.collection = new StoryCollection(parts, this.invoices);
    this.drafts = new StoryDrafts(parts);
    this.dunning = new StoryDunning(parts);
    this.exchange = new StoryExchange(parts);
    this.books = new StoryBooks(parts, this.invoices);
    this.screen = new StoryScreen(parts, this.invoices);
    this.taxEngine = new StoryTaxEngine(this.clock);
  }

  /** Ends what the scenario opened, also when a part of it cannot be ended. */
  async close(): Promise<void> {
    await closeAfter(
      () => this.screen.close(),
      () =>
        closeAfter(
          () => this.world.close(),
          () => this.taxEngine.close(),
        ),
    );
  }
}
