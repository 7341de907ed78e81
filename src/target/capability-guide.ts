import type { Capability } from './capability.ts';
import type { TargetSession } from './session.ts';

export interface CapabilityGuide {
  /** What a target that has it can do. */
  readonly means: string;
  /** The verbs of a session that it takes beside those of what it builds on. */
  readonly verbs: readonly Exclude<keyof TargetSession, 'handle' | 'close'>[];
}

/** What each capability means to the person who writes a driver. */
export const capabilityGuide: Readonly<Record<Capability, CapabilityGuide>> = {
  clock: {
    means: 'each world begins on a day that is asked for, and can be moved forwards',
    verbs: ['advanceTo', 'today'],
  },
  'price.flat': {
    means: 'a plan costs a fixed fee',
    verbs: ['publish', 'createCustomer', 'subscribe', 'invoices', 'invoice', 'bill'],
  },
  'price.per-unit': { means: 'a price per unit', verbs: ['publish'] },
  'price.graduated': { means: 'each tier prices its own units', verbs: ['publish'] },
  'price.volume': { means: 'the tier reached prices all units', verbs: ['publish'] },
  'price.stairstep': { means: 'the tier reached costs its fixed fee', verbs: ['publish'] },
  'price.blocks': { means: 'tiers whose units are sold in blocks', verbs: ['publish', 'preview'] },
  'price.package': { means: 'started packages are charged in full', verbs: ['publish'] },
  'price.full-packages': { means: 'a package that is not full costs nothing', verbs: ['publish', 'preview'] },
  'price.percentage': { means: 'a share of the value, and a fee per event', verbs: ['publish'] },
  'price.dynamic': { means: 'the value times a multiplier', verbs: ['publish'] },
  'price.versions': { means: 'a plan has a new price from a day on', verbs: ['publish'] },
  'price.running': {
    means: 'a new version also prices running subscriptions, from their next period on',
    verbs: ['publish'],
  },
  'price.running-from': {
    means: 'a new version says from which day on it also prices running subscriptions',
    verbs: ['publish'],
  },
  'price.list': { means: 'the price list of a day can be read', verbs: ['listedFees'] },
  'price.sold-until': {
    means: 'a plan is not sold any more from a day on, and who has it keeps it',
    verbs: ['withdrawPlan'],
  },
  'price.one-off': { means: 'a fee that is charged once, such as for setup', verbs: ['publish'] },
  'price.several-fees': { means: 'a plan with more than one periodic fee', verbs: ['publish'] },
  'price.currencies': { means: 'a plan has prices in further currencies', verbs: ['publish'] },
  'price.minimum': { means: 'usage costs at least so much a period', verbs: ['publish'] },
  'price.maximum': { means: 'a quantity costs at most so much', verbs: ['preview'] },
  'price.allowance': { means: 'units that are included and cost nothing', verbs: ['publish'] },
  'price.tier-fees': {
    means: 'tiers that have a fee of their own, due once they are entered',
    verbs: ['publish'],
  },
  'subscription.change': {
    means: 'another plan from a day on, unused days given back',
    verbs: ['changePlan', 'subscription'],
  },
  'subscription.cancel': { means: 'an end, now or with the period', verbs: ['cancel', 'subscription'] },
  'subscription.cancel-period': {
    means: 'an end that takes the running period back',
    verbs: ['cancelRunningPeriod', 'subscription'],
  },
  'subscription.calendar': {
    means: 'periods begin with the month, the first one in part',
    verbs: ['subscribe'],
  },
  'subscription.quantity': {
    means: 'another number of seats from a day on',
    verbs: ['changeQuantity', 'subscription'],
  },
  'subscription.pause': {
    means: 'no fees for some days, then on as before',
    verbs: ['pause', 'resume', 'subscription'],
  },
  'subscription.undo': { means: 'takes back what was planned for a later day', verbs: ['undo'] },
  'subscription.long-periods': {
    means: 'periods longer than a month keep their days through a pause or a change of plan',
    verbs: ['changePlan', 'pause', 'resume'],
  },
  'subscription.backdate': { means: 'an order for a day that is over', verbs: ['subscribe'] },
  'subscription.backdate-together': {
    means: 'what an order with a first day in the past makes due is billed on one invoice',
    verbs: ['subscribe'],
  },
  'subscription.trial': { means: 'the first days cost nothing', verbs: ['subscribe'] },
  'subscription.trial-in-period': {
    means: 'periods run through a trial, so that what is charged first is the rest of one',
    verbs: ['subscribe'],
  },
  'subscription.add-on': { means: 'a subscription that shares the periods of another', verbs: ['subscribe'] },
  'subscription.negotiated': { means: 'prices that were agreed with one customer', verbs: ['subscribe'] },
  'subscription.negotiated-change': {
    means: 'prices that are agreed with a change of plan',
    verbs: ['changePlanAtPrice'],
  },
  'subscription.bill-day': {
    means: 'periods begin on another day of the month from a day on',
    verbs: ['changeBillDay', 'subscription'],
  },
  'subscription.bill-day-change': {
    means: 'a bill day of its own comes with a change of plan',
    verbs: ['changePlanAndBillDay'],
  },
  'subscription.bill-day-shared': {
    means: 'one bill day for all that a customer orders so: that of the first of them',
    verbs: ['subscribe'],
  },
  'subscription.billed-through': {
    means: 'says up to which day a subscription stands on invoices',
    verbs: ['billedThrough'],
  },
  'subscription.term': {
    means: 'a contract for so many periods, renewed or ended',
    verbs: ['subscribe', 'subscription'],
  },
  usage: { means: 'events are counted once, and billed by their month', verbs: ['sendUsage', 'billedUsage'] },
  'usage.aggregation': {
    means: 'count, greatest, last or unique instead of the sum',
    verbs: ['publish', 'sendUsage'],
  },
  'usage.dimensions': {
    means: 'events have prices of their own by property, or are grouped',
    verbs: ['publish', 'sendUsage'],
  },
  'usage.corrections': { means: 'a negative event takes back what was sent', verbs: ['sendUsage'] },
  'usage.late': { means: 'what comes after its bill stands on the next one', verbs: ['sendUsage'] },
  'usage.levels': { means: 'a level counts for the share of the period that it lasts', verbs: ['preview'] },
  'usage.late-window': {
    means: 'a number of days after which late usage is not taken any more',
    verbs: ['sendUsage'],
  },
  'usage.while-paused': {
    means: 'what is used while a subscription is paused is billed',
    verbs: ['sendUsage', 'pause'],
  },
  'usage.unused-silent': {
    means: 'a period without any usage of a plan that charges for nothing else makes no invoice',
    verbs: ['bill'],
  },
  'usage.daily': { means: 'usage by day', verbs: ['dailyUsage'] },
  'usage.thresholds': { means: 'usage over an amount is invoiced at once', verbs: ['setThresholds'] },
  tax: { means: 'tax on top, by country, after discount', verbs: ['setTaxRate'] },
  'tax.place': { means: "which country's tax, and who owes it across a border", verbs: ['setSeller'] },
  'tax.status': { means: 'customers who are exempt', verbs: ['createCustomer'] },
  'tax.categories': { means: 'rates of their own for some charges', verbs: ['setTaxRate'] },
  'tax.gross-prices': { means: 'prices that hold the tax', verbs: ['publish'] },
  'tax.deletion': { means: 'a rate is deleted, and old invoices keep it', verbs: ['deleteTaxRate'] },
  discount: { means: 'a percentage off every invoice of a customer', verbs: ['redeemDiscount'] },
  coupon: { means: 'a coupon that a customer redeems', verbs: ['createCoupon', 'redeemCoupon'] },
  'coupon.limits': {
    means: 'redemptions, invoices and days are counted',
    verbs: ['createCoupon', 'redeemCoupon'],
  },
  'preview.rating': { means: 'what a quantity costs, changing nothing', verbs: ['preview'] },
  'preview.look-back': { means: 'usage of a period too long ago costs nothing any more', verbs: ['preview'] },
  'preview.metering': { means: 'what events come to and cost', verbs: ['preview'] },
  'preview.document': { means: 'totals of a document from its lines', verbs: ['preview'] },
  'preview.line-taxes': { means: 'shares of lines in a tax that is rounded once', verbs: ['preview'] },
  'preview.tax': { means: 'who owes which tax for a sale', verbs: ['preview'] },
  'preview.coupon-series': { means: 'what a coupon takes off invoice by invoice', verbs: ['preview'] },
  'preview.coupon-rest': { means: 'what an invoice leaves of a coupon is for the next', verbs: ['preview'] },
  'preview.credited-document': { means: 'coupons, then prepaid credit', verbs: ['preview'] },
  'preview.proration': { means: 'the share of an amount for some days', verbs: ['preview'] },
  'proration.other-periods': { means: 'a share of a period that is no month', verbs: ['preview'] },
  'proration.fixed-30': { means: 'a share of thirty days, whatever the month', verbs: ['preview'] },
  'preview.periods': { means: 'the service periods of a subscription', verbs: ['preview'] },
  'preview.recognition': { means: 'the months in which an amount is earned', verbs: ['preview'] },
  'preview.credit-notes': { means: 'credit notes of one invoice, with their tax', verbs: ['preview'] },
  'policy.settings': {
    means: 'a world can be made with legal habits of its own, and goes by them',
    verbs: ['preview'],
  },
  'preview.conversion': {
    means: 'an amount in another currency, at the rate of a source and a day',
    verbs: ['preview'],
  },
  'preview.postings': { means: 'what an invoice and its steps put into the books', verbs: ['preview'] },
  'preview.void': { means: 'what a voided invoice gives back', verbs: ['preview'] },
  'preview.account': { means: 'what an account owes after each step', verbs: ['preview'] },
  'preview.dunning': { means: 'who is asked for what on which day', verbs: ['preview'] },
  'preview.wallet': { means: 'what happens to a wallet, step by step', verbs: ['preview'] },
  'preview.invoice': { means: 'the next invoice before it is made', verbs: ['previewInvoice'] },
  'preview.act': {
    means: 'what an order, another plan or an end would bill, before it is done',
    verbs: ['previewAct'],
  },
  payment: { means: 'a payment of an invoice, taken once', verbs: ['pay', 'payments'] },
  'invoice.charge': {
    means: 'an amount that is billed by hand, beside all subscriptions',
    verbs: ['charge'],
  },
  'invoice.draft': {
    means: 'bills wait as drafts until they are finalised',
    verbs: ['reviewInvoices', 'drafts', 'finalise'],
  },
  'invoice.draft-days': {
    means: 'drafts become final by themselves after so many days',
    verbs: ['reviewInvoices'],
  },
  'customer.closing': {
    means: 'a customer is closed: what he has ends, and nothing is billed any more',
    verbs: ['closeCustomer'],
  },
  'invoice.hold': {
    means: 'bills of a customer are held back, and made when the hold ends',
    verbs: ['holdInvoices', 'releaseInvoices'],
  },
  'invoice.void': { means: 'an invoice is taken back', verbs: ['voidInvoice'] },
  'invoice.void-paid': {
    means: 'a paid invoice taken back, what was paid going to the balance',
    verbs: ['voidInvoice', 'balance'],
  },
  'credit-note': {
    means: 'a part of an invoice is credited',
    verbs: ['estimateCreditNote', 'creditNote', 'voidCreditNote', 'creditNotes'],
  },
  'invoice.line-credit': {
    means: 'a part of one line of an invoice is given back',
    verbs: ['creditLine'],
  },
  'invoice.rebill': { means: 'a voided invoice is billed again', verbs: ['rebill'] },
  balance: { means: 'what the seller owes a customer, with its entries', verbs: ['balance'] },
  wallet: {
    means: 'prepaid credits',
    verbs: ['openWallet', 'topUpWallet', 'withdrawCredits', 'wallets', 'walletEntries'],
  },
  'payment.gateway': {
    means: 'the payment service behind it behaves as told, and shows what it did',
    verbs: ['setPaymentMethod', 'gatewayMovements', 'notifyPayment', 'amendPayment'],
  },
  'payment.refund': { means: 'gives money back', verbs: ['refund', 'refunds'] },
  'payment.chargeback': { means: "the customer's bank takes a payment back", verbs: ['notifyPayment'] },
  'payment.receive': { means: 'money that comes without being asked for', verbs: ['receive'] },
  'payment.write-off': { means: 'gives up what is left of an invoice', verbs: ['writeOff'] },
  'payment.collect': {
    means: 'charges open invoices itself, and tries again',
    verbs: ['setPaymentMethod', 'setDunningPolicy'],
  },
  'bank.files': {
    means: 'files to the bank and statements from it',
    verbs: ['signMandate', 'collectionFile', 'importStatement', 'unappliedCash', 'applyCash'],
  },
  dunning: { means: 'reminds, suspends, and lets go once paid', verbs: ['setDunningPolicy', 'dunning'] },
  'dunning.charges': { means: 'fees and interest for being late', verbs: ['setDunningPolicy', 'dunning'] },
  ledger: { means: 'books of debits and credits', verbs: ['ledger'] },
  export: { means: 'files for other systems', verbs: ['exported'] },
  'invoice.pdf': { means: 'an invoice as a PDF file', verbs: ['invoicePdf'] },
  effort: { means: 'how many rows it read', verbs: ['rowsRead'] },
  roles: { means: 'users who may do what their role may', verbs: ['asUser'] },
  'audit-trail': { means: 'who changed what', verbs: ['auditTrail'] },
  'customer.versions': {
    means: 'a change of an old version is refused',
    verbs: ['customerName', 'renameCustomer'],
  },
  'legal-entity': {
    means: 'companies with number series of their own',
    verbs: ['createLegalEntity', 'assignToEntity'],
  },
  'exchange-rates': {
    means: 'other currencies are valued in the books of the legal entity',
    verbs: ['setExchangeRate', 'bookValues'],
  },
  upgrade: { means: 'stored data is brought to the running version', verbs: ['upgradeData'] },
  journal: { means: 'postings by hand', verbs: ['postJournal'] },
  'period-close': { means: 'a month is closed', verbs: ['closePeriod'] },
  'revenue-schedule': { means: 'when an invoice is earned', verbs: ['revenueSchedule'] },
  webhook: { means: 'tells others, signed', verbs: ['registerWebhook', 'readWebhook'] },
  'webhook.drill': {
    means: 'tells again, or loses deliveries, on command',
    verbs: ['redeliver', 'loseDeliveries'],
  },
  'webhook.log': { means: 'lists what became of each notification', verbs: ['webhookLog'] },
  'screen.invoice': { means: 'a page in a browser that shows the invoice', verbs: ['invoiceScreenUrl'] },
  'neighbour.orders': {
    means: 'fetches orders from a CRM or shop',
    verbs: ['connectNeighbour', 'importOrders'],
  },
  'neighbour.accounting': {
    means: 'hands postings over to accounting',
    verbs: ['connectNeighbour', 'handOverPostings'],
  },
  'neighbour.tax-engine': {
    means: 'asks a tax engine outside, and waits for it',
    verbs: ['connectNeighbour', 'bill'],
  },
  load: { means: 'says how a load generator does each operation', verbs: ['loadRecipe'] },
  'request-log': { means: 'counts the requests that it has seen', verbs: ['requestCount'] },
};
