import { NexusError, type UserError } from '@nexus/sdk';

/** What a page holds of a session: never more than a token of five minutes, and never beyond its own memory. */
export interface Access {
  readonly accessToken: string;
  /** When the token ends, ISO 8601. */
  readonly expiresAt: string;
  /** When the session ends for good, ISO 8601. */
  readonly endsAt: string;
}

export interface AccessAnswer {
  readonly session: Access | null;
  /** Why there is none. */
  readonly errors: readonly UserError[];
}

export interface SessionRoutes {
  signIn(credentials: { readonly email: string; readonly password: string }): Promise<AccessAnswer>;
  /** Exchanges the cookie for a token, and for the next cookie. */
  refresh(): Promise<AccessAnswer>;
  signOut(): Promise<void>;
}

/**
 * The server's cookie routes. The refresh token lives in a cookie that no script reads; see the ceremonies of
 * identity. All throw NexusError (`NETWORK_ERROR`, `BAD_RESPONSE`) where no proper answer comes.
 */
export function sessionRoutes(fetch: typeof globalThis.fetch): SessionRoutes {
  async function post(path: string, body: object): Promise<AccessAnswer> {
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(`/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'nexus' },
        body: JSON.stringify(body),
        // The next cookie must arrive even when the page goes away meanwhile, or the session would be lost.
        keepalive: true,
      });
      answer = await response.json();
    } catch (cause) {
      throw new NexusError('NETWORK_ERROR', 'The server could not be reached.', { cause });
    }
    if (isAnswer(answer)) return answer;
    throw new NexusError('BAD_RESPONSE', `The server answers HTTP ${response.status}.`, {
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
    });
  }
  return {
    signIn: (credentials) => post('sign-in', credentials),
    refresh: () => post('refresh', {}),
    async signOut() {
      await post('sign-out', {});
    },
  };
}

function isAnswer(value: unknown): value is AccessAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'session' in value &&
    'errors' in value &&
    Array.isArray(value.errors)
  );
}

/** With these a session is not over: it could not be renewed at this moment. */
const PASSING = new Set(['THROTTLED', 'UNAVAILABLE', 'IN_PROGRESS', 'CONFLICT']);

/** The answer of a renewal, unless it is to be asked for again. @throws NexusError */
export function settled(answer: AccessAnswer): Access | null {
  const passing = answer.errors.find(({ code }) => PASSING.has(code));
  if (passing && !answer.session) throw new NexusError('NETWORK_ERROR', passing.message);
  return answer.session;
}
