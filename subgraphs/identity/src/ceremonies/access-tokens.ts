import { encodeId, PLATFORM_TENANT, servicePrincipal, type TenantId } from '@nexus/kit/domain';
import { createContext, type Kernel, write } from '@nexus/kit/events';
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { ACCESS_TOKEN_MS } from '../domain/session-limits.js';
import {
  dropSigningKeys,
  insertSigningKey,
  lockSigningKeys,
  type SigningKey,
  signingKeys,
} from '../guards/signing-key.guard.js';

/** Of whom an access token speaks. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly membershipId: string;
  readonly tenantId: TenantId;
}

const ISSUER = 'nexus';
const AUDIENCE = 'nexus-api';
const DAY_MS = 86_400_000;
const LIFE_MS = 90 * DAY_MS;
const CACHE_MS = 60_000;
/** An unknown key id makes us look again, but not for every forged token. */
const RELOAD_MS = 1_000;

type Key = Awaited<ReturnType<typeof importJWK>>;
interface LoadedKey extends Pick<SigningKey, 'kid' | 'publicJwk' | 'useFrom' | 'useUntil'> {
  readonly signing: Key;
  readonly verifying: Key;
}

/** Signs and verifies access tokens: EdDSA JWTs of five minutes. Keys change every 90 days, published a day ahead. */
export class AccessTokens {
  #keys: readonly LoadedKey[] = [];
  #loadedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly kernel: Kernel) {}

  async mint(claims: AccessClaims): Promise<{ token: string; expiresAt: Date }> {
    const now = this.kernel.clock.now();
    const key = await this.#current(now);
    const expiresAt = new Date(now.getTime() + ACCESS_TOKEN_MS);
    const token = await new SignJWT({
      sid: claims.sessionId,
      mid: claims.membershipId,
      tid: claims.tenantId,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(claims.userId)
      .setJti(crypto.randomUUID())
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(key.signing);
    return { token, expiresAt };
  }

  /** Undefined for every token that is not ours, was changed, or has expired. */
  async verify(token: string): Promise<{ claims: AccessClaims; expiresAt: Date } | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#byKid(kid), {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        currentDate: this.kernel.clock.now(),
      });
      const { sub: userId, sid: sessionId, mid: membershipId, tid: tenantId, exp } = payload;
      const claims = { userId, sessionId, membershipId, tenantId };
      const complete = Object.values(claims).every((claim) => typeof claim === 'string');
      if (!complete || !exp) return undefined;
      return { claims: claims as AccessClaims, expiresAt: new Date(exp * 1_000) };
    } catch (error) {
      // jose says with a code what is wrong with a token; anything else (the database) is a fault.
      if (error instanceof UnknownKey || (error as { code?: string }).code?.startsWith('ERR_J'))
        return undefined;
      throw error;
    }
  }

  /** The public keys, as served at `/oauth/jwks`. */
  async jwks(): Promise<{ keys: JWK[] }> {
    await this.#current(this.kernel.clock.now());
    return { keys: this.#keys.map(({ publicJwk }) => ({ ...publicJwk })) };
  }

  /** Makes the next key a day before the present one runs out, forgets those long out of use. */
  async rotate(): Promise<void> {
    await this.#load(this.kernel.clock.now());
  }

  async #current(now: Date): Promise<LoadedKey> {
    const usable = () =>
      this.#keys.find(({ useFrom, useUntil }) => useFrom <= now && now < useUntil);
    if (!usable() || performance.now() - this.#loadedAt > CACHE_MS) await this.#load(now);
    const key = usable();
    if (!key) throw new UnknownKey('No key is in use');
    return key;
  }

  async #byKid(kid: string | undefined): Promise<Key> {
    const find = () => this.#keys.find((key) => key.kid === kid);
    if (!find() && performance.now() - this.#loadedAt > RELOAD_MS)
      await this.#load(this.kernel.clock.now());
    const key = find();
    if (!key) throw new UnknownKey('The token names no key of ours');
    return key.verifying;
  }

  async #load(now: Date): Promise<void> {
    const { keys: ring } = this.kernel.events;
    const ctx = createContext(this.kernel, servicePrincipal('identity', PLATFORM_TENANT), {
      requestId: 'signing-keys',
    });
    const { result } = await write(this.kernel, ctx, async (tx) => {
      const stored = await signingKeys(tx, ring);
      if (!missing(stored, now)) return stored;
      await lockSigningKeys(tx);
      for (
        let from = missing(await signingKeys(tx, ring), now);
        from;
        from = missing(await signingKeys(tx, ring), now)
      ) {
        await insertSigningKey(tx, ring, await newKey(encodeId('Event', ctx.uuid()), from));
      }
      await dropSigningKeys(tx, new Date(now.getTime() - DAY_MS));
      return signingKeys(tx, ring);
    });
    this.#keys = await Promise.all(
      result.map(async ({ kid, publicJwk, privateJwk, useFrom, useUntil }) => ({
        kid,
        publicJwk,
        useFrom,
        useUntil,
        signing: await importJWK(privateJwk as JWK, 'EdDSA'),
        verifying: await importJWK(publicJwk as JWK, 'EdDSA'),
      })),
    );
    this.#loadedAt = performance.now();
  }
}

class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
}

/** From when a key is needed that is not there: now, or after the last one that ends within a day. */
function missing(keys: readonly SigningKey[], now: Date): Date | undefined {
  const present = keys.filter(({ useFrom, useUntil }) => useFrom <= now && now < useUntil);
  if (present.length === 0) return now;
  const ends = Math.max(...keys.map(({ useUntil }) => useUntil.getTime()));
  return ends - now.getTime() < DAY_MS ? new Date(ends) : undefined;
}

async function newKey(kid: string, useFrom: Date): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const describe = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    kid,
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...describe },
    publicJwk: { ...(await exportJWK(pair.publicKey)), ...describe },
    useFrom,
    useUntil: new Date(useFrom.getTime() + LIFE_MS),
  };
}

const instances = new WeakMap<Kernel, AccessTokens>();

/** The one instance of a process. */
export function accessTokens(kernel: Kernel): AccessTokens {
  let tokens = instances.get(kernel);
  if (!tokens) {
    tokens = new AccessTokens(kernel);
    instances.set(kernel, tokens);
  }
  return tokens;
}
