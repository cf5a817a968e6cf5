import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../src/house/foundation.js';

function written(line: object): string {
  const lines: string[] = [];
  createLogger({ logLevel: 'info' }, { write: (text) => void lines.push(text) }).warn(line, 'so');
  return lines.join('');
}

describe('a line of the log', () => {
  it('says which error it was, and nothing of the connection that it broke', () => {
    const client = { connectionParameters: { host: '10.1.2.3' }, saslSession: 'scram' };
    const error = Object.assign(new Error('terminating connection'), { code: '57P01', client });
    const text = written({ err: error });
    expect(text).toMatch(/terminating connection.*57P01/);
    expect(text).not.toMatch(/10\.1\.2\.3|scram/);
  });

  it('has no rows that PostgreSQL quotes', () => {
    const error = Object.assign(new Error('duplicate'), { detail: 'Key (email)=(a@b.example)' });
    expect(written({ err: error })).not.toContain('a@b.example');
  });
});
