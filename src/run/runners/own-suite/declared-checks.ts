import { checkIdOf } from '../../../channel/check-id.ts';
import type { ListedCheck } from '../../../model/observing/check.ts';
import type { OwnSuite } from '../../request.ts';

/** One check of a suite, by its title. Its file is the suite, so that its id outlives the report's place. */
export function checkOfSuite(suite: OwnSuite, titlePath: readonly string[]): ListedCheck {
  const { phase, name, topic } = suite;
  const file = `suites/${name}`;
  return {
    id: checkIdOf({ phase, file, titlePath }),
    phase,
    step: name,
    file,
    line: 1,
    titlePath,
    topic,
    tags: [`@suite:${name}`],
    needs: [],
  };
}

/** What tollgate.yaml says that the suite consists of. Where it knows a number only, places for the results to come. */
export function declaredChecks(suite: OwnSuite): readonly ListedCheck[] {
  const { expected } = suite;
  switch (expected.kind) {
    case 'list':
      return expected.titles.map((title) => checkOfSuite(suite, [title]));
    case 'count':
      return Array.from({ length: expected.count }, (_, index) =>
        checkOfSuite(suite, [`result ${index + 1} of ${expected.count}`]),
      );
  }
}
