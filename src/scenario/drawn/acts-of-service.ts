import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { refusalOf } from '../billing-session.ts';
import { type AccountLife, done } from './account-act.ts';
import { expectAsAnnounced, expectCreditUsed, issuedOn } from './account-looks.ts';
import { walletForAll } from './acts-of-credits.ts';

/** Up to the next bill, which has to be the one that was announced, and on to the end of 31 days. */
export async function month({ world, contract, firstDay }: AccountLife): Promise<boolean> {
  const { session, customerId } = contract;
  const today = await session.today();
  const day = billDayAfter(firstDay, today);
  const announced = world.can('preview.invoice') ? await session.previewInvoice(customerId, day) : null;
  await session.advanceTo(day);
  const issued = await issuedOn(contract, day);
  if (announced !== null) expectAsAnnounced(world, announced, issued);
  if (issued !== undefined) await expectCreditUsed(world, contract, { issued, walletName: walletForAll });
  await session.advanceTo(addDays(today, 31));
  return true;
}

/** On a day that begins no month of the plan: whose day that one is depends on habits that no profile states. */
export async function seats(life: AccountLife): Promise<boolean> {
  const { session, subscription } = life.contract;
  const today = await session.today();
  if (billDayAfter(life.firstDay, addDays(today, -1)) === today) return false;
  const quantity = String(life.faker.number.int({ min: 1, max: 9 }));
  return done(life, session.changeQuantity(subscription.id, quantity, { kind: 'date', date: today }));
}

/** The last month that is over; what belongs there from then on is booked later. */
export async function closeMonth({ contract }: AccountLife): Promise<boolean> {
  const { session } = contract;
  const lastOver = monthsAfter(localDate(`${(await session.today()).slice(0, 7)}-01`), -1);
  // What is closed already stays closed; a target may say so.
  return (await refusalOf(session.closePeriod(lastOver))) === 'accepted';
}

function billDayAfter(start: LocalDate, today: LocalDate): LocalDate {
  let months = 1;
  while (monthsAfter(start, months) <= today) months += 1;
  return monthsAfter(start, months);
}
