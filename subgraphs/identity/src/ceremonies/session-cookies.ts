import type { UserErrorCode } from '@nexus/kit/domain';

/** Where browsers sign in, refresh and sign out without ever holding a refresh token in a script. */
export const SESSION_COOKIE_PATHS = [
  '/auth/sign-in',
  '/auth/accept-invitation',
  '/auth/refresh',
  '/auth/sign-out',
] as const;

const REFRESH = '__Host-nexus-refresh';
const DEVICE = '__Host-nexus-device';
const DEVICE_DAYS = 400;

export interface CookieRequest {
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed JSON body. */
  readonly body: unknown;
  readonly ip?: string | undefined;
}

export interface CookieAnswer {
  readonly status: 200 | 400 | 403 | 404;
  /** Values of `set-cookie`, one header each. */
  readonly setCookies: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

/** Runs one of the graph's session mutations as nobody known, from the caller's address. */
export type RunMutation = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  caller: { readonly ip: string | undefined; readonly authorization: string | undefined },
) => Promise<{ readonly data?: Readonly<Record<string, unknown>> | null | undefined }>;

export interface SessionCookiesOptions {
  readonly run: RunMutation;
  /** Other origins that may sign in with cookies, `https://portal.example`; the own one always may. */
  readonly origins?: readonly string[];
}

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string | null;
  readonly expiresAt: string;
  readonly endsAt: string;
}
interface Begun {
  readonly session: Tokens | null;
  readonly errors: readonly { readonly code: UserErrorCode }[];
}

const FIELDS = `session { accessToken refreshToken deviceToken expiresAt endsAt } errors { code message path rule details { name values } }`;
const CREATE = `mutation($input: SessionCreateInput!) { sessionCreate(input: $input) { ${FIELDS} } }`;
const NEXT = `mutation($input: SessionRefreshInput!) { sessionRefresh(input: $input) { ${FIELDS} } }`;
const ACCEPT = `mutation($input: InvitationAcceptInput!) { invitationAccept(input: $input) { ${FIELDS} } }`;
const END =
  'mutation($input: SessionEndInput!) { sessionEnd(input: $input) { errors { code message path rule } } }';

/**
 * Sign-in for browsers: the same ceremonies as in the graph, with the refresh token in a `__Host-` cookie that no
 * script can read. Every request must be a POST with `x-requested-with: nexus` from an allowed origin: a form or a
 * script of another site can send neither. The host serves the paths:
 *
 * ```ts
 * const cookies = createSessionCookies({ run: (query, variables, { ip }) => router.execute({ … }) });
 * for (const path of SESSION_COOKIE_PATHS) fastify.post(path, async (request, reply) => {
 *   const answer = await cookies({ path, headers: request.headers, body: request.body, ip: request.ip });
 *   for (const cookie of answer.setCookies) reply.header('set-cookie', cookie);
 *   return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
 * });
 * ```
 */
export function createSessionCookies({ run, origins = [] }: SessionCookiesOptions) {
  return async (request: CookieRequest): Promise<CookieAnswer> => {
    if (!comesFromUs(request, origins))
      return refused(403, 'This origin may not sign in with cookies.');
    const cookies = readCookies(text(request.headers.cookie));
    const caller = { ip: request.ip, authorization: text(request.headers.authorization) };
    const deviceToken = cookies.get(DEVICE) ?? null;
    const refreshToken = cookies.get(REFRESH);
    const userAgent = text(request.headers['user-agent']) ?? null;
    const given = (request.body ?? {}) as Record<string, unknown>;
    switch (request.path) {
      case '/auth/sign-in': {
        const { email, password } = given;
        if (typeof email !== 'string' || typeof password !== 'string') {
          return refused(400, 'Send email and password.');
        }
        const input = { email, password, deviceToken, userAgent };
        const { data } = await run(CREATE, { input }, caller);
        return begun(data?.sessionCreate as Begun | undefined);
      }
      case '/auth/accept-invitation': {
        const { token, name, password } = given;
        if ([token, name, password].some((part) => typeof part !== 'string')) {
          return refused(400, 'Send token, name and password.');
        }
        const input = { token, name, password, deviceToken, userAgent };
        const { data } = await run(ACCEPT, { input }, caller);
        return begun(data?.invitationAccept as Begun | undefined);
      }
      case '/auth/refresh': {
        if (!refreshToken)
          return { ...refused(200, 'There is no session.'), setCookies: [expired(REFRESH)] };
        const { data } = await run(NEXT, { input: { refreshToken, deviceToken } }, caller);
        return begun(data?.sessionRefresh as Begun | undefined);
      }
      case '/auth/sign-out': {
        if (refreshToken)
          await run(END, { input: { refreshToken } }, { ...caller, authorization: undefined });
        return { status: 200, setCookies: [expired(REFRESH)], body: { session: null, errors: [] } };
      }
      default:
        return refused(404, 'There is nothing here.');
    }
  };
}

function begun(payload: Begun | undefined): CookieAnswer {
  if (!payload) return refused(400, 'This did not work; try again.');
  const { session, errors } = payload;
  if (!session) {
    // A pause or a busy server ends nobody's session: only what is surely dead is forgotten.
    const dead = errors.some(({ code }) => code === 'TOKEN_INVALID' || code === 'SESSION_EXPIRED');
    return {
      status: 200,
      setCookies: dead ? [expired(REFRESH)] : [],
      body: { session: null, errors },
    };
  }
  const { refreshToken, deviceToken, accessToken, expiresAt, endsAt } = session;
  const lifetime = Math.max(0, Math.floor((Date.parse(endsAt) - Date.now()) / 1_000));
  const device = deviceToken ? [cookie(DEVICE, deviceToken, DEVICE_DAYS * 86_400)] : [];
  return {
    status: 200,
    setCookies: [cookie(REFRESH, refreshToken, lifetime), ...device],
    body: { session: { accessToken, expiresAt, endsAt }, errors },
  };
}

function refused(status: CookieAnswer['status'], message: string): CookieAnswer {
  return {
    status,
    setCookies: [],
    body: { session: null, errors: [{ code: 'INVALID', message }] },
  };
}

function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`;
}

function expired(name: string): string {
  return cookie(name, '', 0);
}

/** A script of ours, on a page of ours: browsers send `origin` with every POST, and no form can add the header. */
function comesFromUs({ headers }: CookieRequest, origins: readonly string[]): boolean {
  const origin = text(headers.origin);
  if (text(headers['x-requested-with']) !== 'nexus' || !origin) return false;
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === text(headers.host);
}

function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(
    pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair[1] !== ''),
  );
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
