import { Agent, request } from 'node:http';

/** What a client of the graph sends; kept as text, so that the benchmark does not measure itself. */
export interface GraphClient {
  /** The answer's text. Rejects for a status other than 200. */
  post(query: string, variables?: object): Promise<string>;
  /** The data. Rejects where there are errors, top-level or in a payload. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  close(): void;
}

/** A keep-alive client with as many connections as are needed. */
export function graphClient(url: string, token?: string): GraphClient {
  const agent = new Agent({ keepAlive: true });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const post = (query: string, variables: object = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const body = Buffer.from(JSON.stringify({ query, variables }));
      const call = request(url, {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
      });
      call.once('error', reject);
      call.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      call.end(body);
    });
  return {
    post,
    async ask<Data>(query: string, variables?: object) {
      const text = await post(query, variables);
      const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown[] };
      if (errors || /"errors":\[\{/.test(text)) throw new Error(text.slice(0, 1000));
      return data;
    },
    close: () => agent.destroy(),
  };
}

/** Signs in and answers with the access token. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const client = graphClient(url);
  try {
    const { sessionCreate } = await client.ask<{
      sessionCreate: { session: { accessToken: string } };
    }>(
      `mutation($input: SessionCreateInput!) {
         sessionCreate(input: $input) { session { accessToken } errors { code } }
       }`,
      { input: { email, password } },
    );
    return sessionCreate.session.accessToken;
  } finally {
    client.close();
  }
}
