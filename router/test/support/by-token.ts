import { AuthenticationFailed, type AuthenticationPort } from '../../src/index.js';

/** Who calls is whoever `token` among a socket's parameters names; `stale` is refused. */
export const byToken: AuthenticationPort<string>['authenticate'] = async ({ connectionParams }) => {
  const token = connectionParams?.token;
  if (token === undefined) return { anonymous: true };
  if (token === 'stale') throw new AuthenticationFailed();
  return { principal: String(token) };
};
