/** Sign-ins of the sample server: refresh tokens are single use, as in the real one. */
export class Sessions {
  readonly #refreshTokens = new Set<string>();
  #issued = 0;
  /** The access token that is good now; undefined refuses everybody. */
  #good: string | undefined;
  lifetimeMs = 60_000;
  refreshes = 0;

  create({ email, password }: { email: string; password: string }) {
    if (password !== 'right') {
      const error = { code: 'INVALID_CREDENTIALS', message: `Not ${email}'s password.` };
      return { session: null, errors: [{ ...error, path: ['password'], rule: null }] };
    }
    return this.#issue();
  }

  refresh(token: string) {
    this.refreshes += 1;
    if (!this.#refreshTokens.delete(token)) {
      return { session: null, errors: [{ code: 'TOKEN_INVALID', message: 'No such token.' }] };
    }
    return this.#issue();
  }

  end() {
    this.#good = undefined;
    this.#refreshTokens.clear();
    return { errors: [] };
  }

  /** The access token ends early; the refresh token stays good. */
  expire(): void {
    this.#good = undefined;
  }

  admits(authorization: string | undefined): boolean {
    return this.#good !== undefined && authorization === `Bearer ${this.#good}`;
  }

  #issue() {
    this.#issued += 1;
    const refreshToken = `refresh-${this.#issued}`;
    this.#refreshTokens.add(refreshToken);
    this.#good = `access-${this.#issued}`;
    const expiresAt = new Date(Date.now() + this.lifetimeMs).toISOString();
    return { session: { accessToken: this.#good, refreshToken, expiresAt }, errors: [] };
  }
}
