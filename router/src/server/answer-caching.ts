import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheHints } from '../cache-hints/cache-hints.js';
import type { Prepared } from '../engine/prepared.js';
import type { ClientResult } from '../plugin.js';
import { isKnown } from '../response-cache/kept-answer.js';
import type { Lookup } from '../response-cache/response-cache.js';
import type { Services } from './services.js';
import { writtenText } from './written-result.js';

/** An answer on its way to its client. */
interface LeavingAnswer {
  readonly result: ClientResult;
  readonly body: string | Buffer;
  readonly lookup: Lookup | undefined;
}

/** Keeps answers, and tells the caches between here and the client for how long they may. */
export interface AnswerCaching {
  /** Where the answer of an operation may be kept, and what is kept there. */
  look(prepared: Prepared, reply: FastifyReply): Promise<Lookup | undefined>;
  /** Sets the headers. `false`: the client has this answer already. */
  leave(reply: FastifyReply, answer: LeavingAnswer): boolean;
}

/** For the routes of `scope`; `undefined` where the host has switched neither on. */
export function answerCaching<P>(
  { config, responses }: Pick<Services<P>, 'config' | 'responses'>,
  scope: FastifyInstance,
): AnswerCaching | undefined {
  const tell = cacheHints(config);
  if (!tell && !responses) return undefined;
  /** What is kept once it is known that no cookie goes with it. */
  const pending = new WeakMap<FastifyReply, () => void>();

  // Cookies are written by a hook, too, which was there before this one.
  scope.addHook('onSend', (_request, reply, _payload, done) => {
    if (reply.hasHeader('set-cookie')) {
      void reply.header('cache-control', 'no-store').removeHeader('etag');
    } else {
      pending.get(reply)?.();
    }
    done();
  });
  return {
    look: async (prepared, { request }) =>
      prepared.ok ? responses?.look(prepared, request) : undefined,
    leave(reply, { result, body, lookup }) {
      const text = writtenText(result);
      // What a plugin changed, or added, is one client's.
      const policy = text && isSame(body, text.body) ? text.policy : undefined;
      tell?.(reply, policy);
      if (!text || !policy || policy.isPrivate) {
        // An error says nothing of how long the answer would hold without.
        if (!result.errors) lookup?.pass();
        return true;
      }
      if (!lookup) return true;
      const { request } = reply;
      const tag = text.tag ?? lookup.tagOf(text);
      // One that several clients get is kept by the first.
      if (text.tag === undefined) pending.set(reply, () => lookup.keep(text, tag));
      text.tag = tag;
      if (request.method !== 'GET') return true;
      // Without hints nobody may use it unasked.
      if (!tell) void reply.header('cache-control', 'no-cache');
      void reply.header('etag', tag);
      return !isKnown(tag, request.headers['if-none-match']);
    },
  };
}

function isSame(a: string | Buffer, b: string | Buffer): boolean {
  return a === b || (typeof a !== typeof b && String(a) === String(b));
}
