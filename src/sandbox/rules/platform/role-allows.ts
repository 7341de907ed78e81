import { type Role, roles } from '../../../model/billing/user.ts';

/** What gives money back, changes the books or prices has to be approved by somebody who does not do the daily work. */
const controlled =
  /^POST \/v1\/(invoices\/[^/]+\/(credit-notes|void|rebill|write-off)|credit-notes\/[^/]+\/void|payments\/[^/]+\/refunds|customers\/[^/]+\/closing|journals|periods\/close|plans(\/[^/]+\/withdrawal)?|tax-rates(\/deletions)?)$/;
const administrative = /^(POST|PUT) \/v1\/(users|legal-entities|upgrade|seller|dunning-policy)$/;

/** `action` is the method and the route, such as "POST /v1/journals". */
export function roleAllows(role: Role, action: string): boolean {
  return roles.indexOf(role) >= roles.indexOf(roleNeededFor(action));
}

function roleNeededFor(action: string): Role {
  if (administrative.test(action)) return 'admin';
  return controlled.test(action) ? 'controller' : 'clerk';
}
