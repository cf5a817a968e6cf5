import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { serveHttp } from '../../test/support/http-server.js';

/** Who signs tokens and publishes keys, on a socket of its own. */
export interface Issuer {
  readonly name: string;
  readonly jwksUrl: string;
  /** How often the keys were fetched. */
  readonly fetches: number;
  /** Set to answer 503 instead of keys. */
  down: boolean;
  /** Forgets the former keys and signs with a new one. */
  rotate(): Promise<void>;
  /** The published keys. */
  keys(): readonly JWK[];
  sign(claims?: JWTPayload, options?: { kid?: string; unnamed?: boolean }): Promise<string>;
  close(): Promise<void>;
}

/** Second 0 of the tests: nothing in them depends on today. */
export const START = Date.UTC(2026, 10, 21) / 1000;

export async function openIssuer(name: string, alg = 'ES256'): Promise<Issuer> {
  let number = 0;
  let published: JWK[] = [];
  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  let fetches = 0;
  const rotate = async (): Promise<void> => {
    const pair = await generateKeyPair(alg, { extractable: true });
    privateKey = pair.privateKey;
    number++;
    published = [
      { ...(await exportJWK(pair.publicKey)), kid: `${name}-${number}`, alg, use: 'sig' },
    ];
  };
  await rotate();
  const server = await serveHttp((_, response) => {
    fetches++;
    response.statusCode = issuer.down ? 503 : 200;
    response.setHeader('content-type', 'application/json');
    response.setHeader('connection', 'close');
    response.end(JSON.stringify({ keys: published }));
  });
  const issuer: Issuer = {
    name,
    jwksUrl: `${server.origin}/jwks`,
    down: false,
    get fetches() {
      return fetches;
    },
    rotate,
    keys: () => published,
    sign: (claims = {}, { kid = `${name}-${number}`, unnamed = false } = {}) =>
      new SignJWT({ iss: name, sub: 'ada', exp: START + 300, ...claims })
        .setProtectedHeader({ alg, ...(!unnamed && { kid }) })
        .sign(privateKey),
    close: server.close,
  };
  return issuer;
}
