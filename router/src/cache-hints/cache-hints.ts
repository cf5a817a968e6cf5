import type { FastifyReply } from 'fastify';
import type { RouterConfig } from '../config.js';
import { propagatedNames } from '../shaping/traffic-shaping.js';
import { type CachePolicy, cacheControlText } from './cache-policy.js';

export interface CacheHintsConfig {
  /**
   * Headers of clients by which the host tells callers apart, for `Vary`. Default: `authorization` and `cookie` where
   * `authentication` is configured.
   */
  readonly vary?: readonly string[];
}

/** Tells caches on the way to the client what they may do with an answer. */
export type TellCaches = (reply: FastifyReply, policy: CachePolicy | undefined) => void;

/** `undefined`: the host has not switched it on. */
export function cacheHints<P>(config: RouterConfig<P>): TellCaches | undefined {
  const { cacheHints: asked = false, authentication, traffic } = config;
  if (asked === false) return undefined;
  const { vary: told = authentication ? ['authorization', 'cookie'] : [] } =
    asked === true ? {} : asked;
  const propagated = propagatedNames(traffic);
  const names = ['accept', ...told, ...(propagated ?? [])].map((name) => name.toLowerCase());
  return (reply, policy) => {
    // Headers passed on by a pattern cannot be named: no cache could tell their answers apart.
    const known = policy && !propagated ? { ...policy, isPrivate: true } : policy;
    const text = cacheControlText(known);
    void reply.header('cache-control', text);
    if (text !== 'no-store') void reply.header('vary', varyWith(reply.getHeader('vary'), names));
  };
}

function varyWith(given: unknown, names: readonly string[]): string {
  const before = given === undefined ? [] : String(given).split(/\s*,\s*/);
  return [...new Set([...before.map((name) => name.toLowerCase()), ...names])].join(', ');
}
