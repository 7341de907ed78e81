import type { OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn, type MeteringQuestion } from '../../claim.ts';
import { isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

const groupKeys = ['groups', 'perGroup', 'byGroup', 'amountsByGroup'];

/** What each group of events costs by itself, under the name that the group has in the events. */
export function groupClaims({ expect }: OpenCase, question: MeteringQuestion): readonly Claim[] {
  const key = groupKeys.find((name) => isObject(expect.peek(name)));
  const [property, ...others] = question.charge.groupBy ?? [];
  if (key === undefined || property === undefined || others.length > 0) return [];
  const stated = expect.object(key);
  const named = new Set(question.events.flatMap(({ properties }) => properties?.[property] ?? []));
  if (named.size !== stated.keys.length || stated.keys.some((name) => !named.has(name)))
    throw new Inexpressible(`the groups ${[...named].join(', ')}, of which ${key} names other ones`);
  return stated.keys.map((name) => {
    const events = question.events.filter(({ properties }) => properties?.[property] === name);
    return {
      name: `${stated.path}.${name}`,
      expected: stated.decimal(name),
      ...figureOn({ ...question, events }, question.currency, ({ periods }) => periods[0]?.amount ?? null),
    };
  });
}
