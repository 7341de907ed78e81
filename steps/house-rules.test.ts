import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Feature, Scenario } from '@cucumber/messages';
import { expect, test } from 'vitest';
import { dryRun } from '../src/scenario/language/dry-run.fixture.ts';
import { isCapability } from '../src/target/capability.ts';

const root = resolve(import.meta.dirname, '..');
const tags = ['@close', '@tax', '@screen', '@journey', '@risk-high', '@short', '@waiting-for-automation'];
const stepsMax = 12;
const technical = /\b(API call|webhook|JSON|HTTP|endpoint|click|should)\b/i;
const warned: string[] = [];

const messages = await dryRun(globSync('features/**/*.feature', { cwd: root }));

/** "@needs:price.running": of a capability that there is. */
function isNeed(tag: string): boolean {
  return tag.startsWith('@needs:') && isCapability(tag.slice('@needs:'.length));
}

function features(): readonly Feature[] {
  return messages.flatMap(({ gherkinDocument }) => gherkinDocument?.feature ?? []);
}

function scenarios(): readonly { readonly feature: Feature; readonly scenario: Scenario }[] {
  return features().flatMap((feature) =>
    feature.children.flatMap(({ rule }) =>
      (rule?.children ?? []).flatMap(({ scenario }) => (scenario ? [{ feature, scenario }] : [])),
    ),
  );
}

function where(feature: Feature, text: string): string {
  return `${feature.name}: ${text}`;
}

test('every step of every example means exactly one thing', () => {
  expect(messages.filter(({ parseError }) => parseError)).toEqual([]);
  const counts = messages.flatMap(({ testCase }) =>
    (testCase?.testSteps ?? []).flatMap((step) =>
      step.pickleStepId ? [step.stepDefinitionIds?.length] : [],
    ),
  );
  expect(counts.length).toBeGreaterThan(400);
  expect(new Set(counts)).toEqual(new Set([1]));
});

test('every scenario stands under a rule that is a sentence', () => {
  for (const feature of features()) {
    const outside = feature.children.filter(({ scenario }) => scenario);
    const rules = feature.children.flatMap(({ rule }) => rule ?? []);
    if (outside.length > 0 || rules.length === 0) warned.push(where(feature, 'scenarios without a rule'));
    for (const { name } of rules) if (name.split(' ').length < 3) warned.push(where(feature, name));
  }
  expect(warned.splice(0)).toEqual([]);
});

test('a scenario has one event, or is a journey; and is short enough to read', () => {
  for (const { feature, scenario } of scenarios()) {
    const isJourney = [...feature.tags, ...scenario.tags].some(({ name }) => name === '@journey');
    const whens = scenario.steps.findIndex(({ keywordType }) => keywordType === 'Action');
    const thens = scenario.steps.findIndex(({ keywordType }) => keywordType === 'Outcome');
    if (!isJourney && thens - whens !== 1)
      warned.push(where(feature, `${scenario.name}: more than one event`));
    if (scenario.steps.length > stepsMax) warned.push(where(feature, `${scenario.name}: too long`));
    if (scenario.steps.some(({ text }) => technical.test(text)))
      warned.push(where(feature, `${scenario.name}: technical words`));
  }
  expect(warned.splice(0)).toEqual([]);
});

test('an outline names its rows in its title, and says where they come from', () => {
  for (const { feature, scenario } of scenarios()) {
    if (scenario.examples.length === 0) continue;
    if (!/<[^>]+>/.test(scenario.name)) warned.push(where(feature, `${scenario.name}: no placeholder`));
    if (scenario.examples.some(({ name }) => name === ''))
      warned.push(where(feature, `${scenario.name}: no source`));
  }
  expect(warned.splice(0)).toEqual([]);
});

test('tags are few and known', () => {
  const used = features().flatMap((feature) => feature.tags.map(({ name }) => name));
  const own = scenarios().flatMap(({ scenario }) => scenario.tags.map(({ name }) => name));
  const unknown = [...used, ...own].filter((tag) => !tags.includes(tag) && !isNeed(tag));
  expect(unknown).toEqual([]);
});
