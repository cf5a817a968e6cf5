import type { Send, SendOptions } from '../http/send.js';
import { NexusError } from '../nexus-error.js';
import type { Credentials, SignInResult } from './session.types.js';

const FIELDS = 'session { accessToken refreshToken expiresAt } errors { code message path rule }';

const CREATE = `mutation SessionCreate($input: SessionCreateInput!) {
  sessionCreate(input: $input) { ${FIELDS} }
}`;
const REFRESH = `mutation SessionRefresh($input: SessionRefreshInput!) {
  sessionRefresh(input: $input) { ${FIELDS} }
}`;
const END = 'mutation SessionEnd { sessionEnd(input: {}) { errors { code message } } }';

/** The three things a session can be asked for. */
export interface SessionOperations {
  create(credentials: Credentials): Promise<SignInResult>;
  refresh(refreshToken: string): Promise<SignInResult>;
  end(accessToken: string): Promise<void>;
}

/** None of them is ever repeated: a refresh token used twice counts as stolen. */
export function sessionOperations(send: Send, options: SendOptions): SessionOperations {
  async function call(query: string, field: string, input: object): Promise<SignInResult> {
    const { result, status, requestId } = await send({ query, variables: { input } }, options);
    const payload = (result.data as Record<string, SignInResult | null> | null | undefined)?.[
      field
    ];
    if (payload) return payload;
    throw NexusError.fromErrors(result.errors ?? [], { status, requestId });
  }
  return {
    create: ({ email, password }) => call(CREATE, 'sessionCreate', { email, password }),
    refresh: (refreshToken) => call(REFRESH, 'sessionRefresh', { refreshToken }),
    end: async (token) => {
      await send({ query: END }, { ...options, token });
    },
  };
}
