import type { Dispatcher } from 'undici';
import { type SubgraphResult, SubgraphUnavailable } from './transport.js';

/**
 * Reads a GraphQL answer of any status, since servers refuse operations with a 4xx and a body.
 * @throws SubgraphUnavailable for what is too large, no JSON, or no GraphQL answer
 */
export async function readAnswer(
  subgraph: string,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limit: number,
): Promise<SubgraphResult> {
  const type = String(headers['content-type'] ?? '');
  if (!type.includes('json')) {
    await body.dump();
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} with content type "${type}"`);
  }
  const text = await readBounded(subgraph, body, limit);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} with broken JSON`, { cause });
  }
  if (!isAnswer(answer)) {
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} without data or errors`);
  }
  return answer;
}

async function readBounded(
  subgraph: string,
  body: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size > limit) {
      body.destroy();
      throw new SubgraphUnavailable(subgraph, `an answer of more than ${limit} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}

function isAnswer(value: unknown): value is SubgraphResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as Record<string, unknown>;
  if (errors !== undefined && !Array.isArray(errors)) return false;
  return errors !== undefined ? true : typeof data === 'object' && !Array.isArray(data);
}
