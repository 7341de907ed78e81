import type { Background, FeatureChild, GherkinDocument, RuleChild, Scenario } from '@cucumber/messages';

const keywords = [
  'Given',
  'When',
  'Then',
  'And',
  'But',
  'Scenario',
  'Rule',
  'Examples',
  'Background',
  'Feature',
];

/** English words that begin many a note and are one letter from a keyword. */
const ordinary = new Set(['the', 'them', 'they', 'than', 'rules', 'giver', 'want']);

/**
 * What a feature loses without a word: a scenario that holds nothing is green, and a line whose keyword is misspelt is
 * read as a description. Answers `line: sentence` for each.
 */
export function structureFaults(document: GherkinDocument): readonly string[] {
  const { feature } = document;
  if (!feature) return ['1: found no feature in the file, expected one that begins with "Feature:".'];
  const found = [
    ...lostLines(feature.description, feature.location.line),
    ...feature.children.flatMap(childFaults),
  ];
  const scenarios = feature.children.flatMap((child) => (child.rule ? [...child.rule.children] : [child]));
  if (!scenarios.some(({ scenario }) => scenario))
    found.push(`${feature.location.line}: found a feature without any scenario; it would count as done.`);
  return found;
}

function childFaults({ rule, scenario, background }: FeatureChild): readonly string[] {
  if (rule)
    return [...lostLines(rule.description, rule.location.line), ...rule.children.flatMap(ruleChildFaults)];
  return ruleChildFaults({ scenario, background } as RuleChild);
}

function ruleChildFaults({ scenario, background }: RuleChild): readonly string[] {
  if (background) return blockFaults(background);
  return scenario ? [...blockFaults(scenario), ...scenarioFaults(scenario)] : [];
}

function blockFaults(block: Background | Scenario): readonly string[] {
  return lostLines(block.description, block.location.line);
}

function scenarioFaults(scenario: Scenario): readonly string[] {
  const { line } = scenario.location;
  if (scenario.steps.length === 0)
    return [
      `${line}: found the scenario "${scenario.name}" without steps; it would pass without checking anything.`,
    ];
  const isOutline = scenario.examples.length > 0 || /outline|template/i.test(scenario.keyword);
  if (isOutline && !scenario.examples.some(({ tableBody }) => tableBody.length > 0))
    return [`${line}: found the outline "${scenario.name}" without rows of examples, expected at least one.`];
  return scenario.examples.flatMap((examples) => [
    ...lostLines(examples.description, examples.location.line),
    ...(examples.tableBody.length === 0 ? [`${examples.location.line}: found examples without a row.`] : []),
  ]);
}

function lostLines(description: string, after: number): readonly string[] {
  return description.split('\n').flatMap((text) => {
    const keyword = likeKeyword(text.trim());
    if (keyword === null) return [];
    return [
      `${after}: the line "${text.trim()}" below it is read as a note, not as a step; did you mean ${keyword}?`,
    ];
  });
}

/** The keyword that the first word is, or nearly is. */
function likeKeyword(line: string): string | null {
  const word = /^[*\s\u00a0]*([A-Za-z]+)/.exec(line)?.[1]?.toLowerCase();
  if (word === undefined || word.length < 3 || ordinary.has(word)) return null;
  return keywords.find((keyword) => isNear(word, keyword.toLowerCase())) ?? null;
}

/** The same, or one letter more, less, other, or two neighbours swapped. Short words must be the same. */
function isNear(word: string, keyword: string): boolean {
  if (word === keyword) return true;
  if (keyword.length < 4 || Math.abs(word.length - keyword.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const [a, b] = [word.slice(start), keyword.slice(start)];
  return [
    a.slice(1) === b.slice(1),
    a.slice(1) === b,
    a === b.slice(1),
    a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0],
  ].some((holds) => holds);
}
