import type { AuditEntry, NewUser } from '../../model/billing/user.ts';
import type { BillingSession } from '../billing-session.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { beginLife, lifeStart } from './begin-life.ts';
import { type KindOfAct, kindsFor } from './kinds-of-acts.ts';

const people: readonly NewUser[] = [
  { name: 'Ada', role: 'admin' },
  { name: 'Conrad', role: 'controller' },
  { name: 'Clara', role: 'clerk' },
];

/** So that each kind of act is done by several people. */
const rounds = 3;
const repeats = 1 / 4;

/** Whatever is done to an account, by whom it may be: the trail says who did it, and nothing of it ever goes. */
export async function expectLifeTraced(world: World, salt: string): Promise<void> {
  const owner = await world.target(lifeStart);
  const users = await Promise.all(people.map(async (user) => ({ user, session: await owner.asUser(user) })));
  let acting = owner;
  const session = inTheNameOf(owner, () => acting);
  const life = await beginLife(world, { salt, currency: 'EUR', session });
  let known = await owner.auditTrail();
  for (let round = 1; round <= world.casesOf(rounds); round += 1)
    for (const { kind, one } of drawnTurns(life, users)) {
      const isTraced = kind.isForAll === undefined && kind.isByMachine === undefined;
      acting = isTraced ? one.session : owner;
      life.number += 1;
      const isDone = await kind.act(life);
      const trail = await owner.auditTrail();
      if (isTraced) expectTraced(life, { kind, isDone, by: one.user, known, trail });
      known = trail;
    }
}

/** Each kind by somebody; some are done twice by the same user, one right after the other: each is an entry of its own. */
function drawnTurns<One>(life: AccountLife, users: readonly One[]) {
  const { faker } = life;
  return faker.helpers.shuffle([...kindsFor(life)]).flatMap((kind) => {
    const turn = { kind, one: faker.helpers.arrayElement(users) };
    return faker.datatype.boolean(repeats) ? [turn, turn] : [turn];
  });
}

/** Who does it changes, and what is done stays the same. */
function inTheNameOf(owner: BillingSession, acting: () => BillingSession): BillingSession {
  return new Proxy(owner, { get: (_, verb) => Reflect.get(acting(), verb) as unknown });
}

interface Traced {
  readonly kind: KindOfAct;
  readonly isDone: boolean;
  readonly by: NewUser;
  readonly known: readonly AuditEntry[];
  readonly trail: readonly AuditEntry[];
}

function expectTraced({ world, number }: AccountLife, { kind, isDone, by, known, trail }: Traced): void {
  const what = `${kind.name} (act ${number}, ${isDone ? 'done' : 'refused'})`;
  world.expectEqual(`the trail from before ${what}`, known, trail.slice(0, known.length));
  const added = trail.slice(known.length);
  const shown = added.map(({ user, role }) => `${user}, ${role}`);
  world.expectEqual(
    `who did it: ${what}`,
    shown.map(() => `${by.name}, ${by.role}`),
    shown,
  );
  world.expectThat(!isDone || added.length > 0, `Found nothing in the trail of ${what}.`);
}
