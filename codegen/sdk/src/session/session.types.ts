/** What a sign-in gives. Keep it as secret as a password. */
export interface Session {
  readonly accessToken: string;
  /** Single use: each renewal answers with its successor. */
  readonly refreshToken: string;
  /** When the access token ends, ISO 8601. */
  readonly expiresAt: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A broken rule: data, not an exception. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  /** Where in the input, from its root. */
  readonly path?: readonly string[] | null;
  /** The business rule's own name. */
  readonly rule?: string | null;
  /** What the sentence speaks of, to say it in another language. */
  readonly details?:
    | readonly { readonly name: string; readonly values: readonly string[] }[]
    | null;
}

export interface SignInResult {
  readonly session: Session | null;
  /** Why there is no session. */
  readonly errors: readonly UserError[];
}
