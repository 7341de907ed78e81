import type { Row } from '../row.ts';
import { badCertificates } from './bad-certificates.ts';
import { badConfiguration } from './bad-configuration.ts';
import { badFeatures } from './bad-features.ts';
import { brokenAnswers } from './broken-answers.ts';
import { browser } from './browser.ts';
import { cleanUp } from './clean-up.ts';
import { clocks } from './clocks.ts';
import { deadStub } from './dead-stub.ts';
import { disk } from './disk.ts';
import { endlessAnswers } from './endless-answers.ts';
import { failingWrites } from './failing-writes.ts';
import { k6Ends } from './k6-ends.ts';
import { killed } from './killed.ts';
import { leftOut } from './left-out.ts';
import { migration } from './migration.ts';
import { oddAmounts } from './odd-amounts.ts';
import { ownLoadProfile } from './own-load-profile.ts';
import { ownSuites } from './own-suites.ts';
import { production } from './production.ts';
import { proxyVariables } from './proxy-variables.ts';
import { redirects } from './redirects.ts';
import { revokedKey } from './revoked-key.ts';
import { signals } from './signals.ts';
import { slowAnswers } from './slow-answers.ts';
import { steps } from './steps.ts';
import { stored } from './stored.ts';
import { storedLinks } from './stored-links.ts';
import { strangeNames } from './strange-names.ts';
import { testDefects } from './test-defects.ts';
import { throttling } from './throttling.ts';
import { unreachable } from './unreachable.ts';
import { webhooks } from './webhooks.ts';

/** All rows, in the order of the note. A family of rows is one file here and one line below. */
export const rows: readonly Row[] = [
  ...killed,
  ...steps,
  ...signals,
  ...disk,
  ...stored,
  ...clocks,
  ...unreachable,
  ...slowAnswers,
  ...failingWrites,
  ...brokenAnswers,
  ...endlessAnswers,
  ...redirects,
  ...badCertificates,
  ...throttling,
  ...revokedKey,
  ...deadStub,
  ...proxyVariables,
  ...webhooks,
  ...oddAmounts,
  ...ownLoadProfile,
  ...production,
  ...ownSuites,
  ...badConfiguration,
  ...testDefects,
  ...badFeatures,
  ...strangeNames,
  ...browser,
  ...k6Ends,
  ...migration,
  ...storedLinks,
  ...cleanUp,
  ...leftOut,
];
