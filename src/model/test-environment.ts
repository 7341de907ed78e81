const word =
  'test|testing|sandbox|staging|stage|dev|development|qa|uat|(?:pre|non)[-_ ]?prod(?:uction)?|rehearsal|ci|local';
const testEnvironment = new RegExp(`^(?:${word})\\d*(?<rest>[-_ ].*)?$`, 'i');

/** "Staging production-like" and "test pre-prod" say what it is not. */
const denied =
  /\b(?:pre|non|not)[-_ ]?prod(?:uction)?(?![a-z])|\b(?:prod(?:uction)?|live)[-_ ]?like(?![a-z])/gi;
const claimed = /(?<![a-z])(?:prod(?:uction)?|live)(?![a-z])/i;

/** Whether a target's own name for its environment is one of those that may be written to. Unknown counts as production. */
export function isTestEnvironment(name: string): boolean {
  const found = testEnvironment.exec(name);
  if (found === null) return false;
  return !claimed.test((found.groups?.['rest'] ?? '').replaceAll('_', ' ').replace(denied, ' '));
}
