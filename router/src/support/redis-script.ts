import { createHash } from 'node:crypto';

/** What is used of a Redis client; `ioredis` has this shape. */
export interface RedisScripting {
  eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  evalsha(sha: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** Runs a script in Redis: one step, whoever else asks meanwhile. Its text is sent only where Redis has forgotten it. */
export function redisScript(script: string) {
  const sha = createHash('sha1').update(script).digest('hex');
  return async (
    client: RedisScripting,
    keys: readonly string[],
    parameters: readonly string[],
  ): Promise<unknown> => {
    try {
      return await client.evalsha(sha, keys.length, ...keys, ...parameters);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return client.eval(script, keys.length, ...keys, ...parameters);
    }
  };
}
