import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../src/config/index.js';

const read = (env: Record<string, string>) => readEnvironment(env, '/home/me/nexus');

function problemsOf(env: Record<string, string>): readonly string[] {
  const result = read(env);
  return result.ok ? [] : result.problems;
}

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      ok: true,
      environment: {
        port: 4000,
        host: '127.0.0.1',
        dataDir: '/home/me/nexus/.nexus',
        seed: 'demo',
        topology: 'single',
        logLevel: 'info',
      },
    });
  });

  it('counts an empty variable as absent', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual(read({}));
  });

  it('takes what is set', () => {
    const key = Buffer.alloc(32, 1);
    expect(
      read({
        PORT: '8080',
        HOST: '0.0.0.0',
        NEXUS_DATA_DIR: '../data',
        DATABASE_URL: 'postgres://me:pw@db:5432/firm',
        REDIS_URL: 'rediss://cache:6380',
        NEXUS_SEED: 'none',
        NEXUS_TOPOLOGY: 'distributed',
        LOG_LEVEL: 'debug',
        NEXUS_MASTER_KEY: key.toString('base64'),
        NEXUS_SUBGRAPHS: 'identity=http://identity:4001, crm=https://crm',
        NEXUS_SMTP_URL: 'smtps://me:pw@mail.firm.example:465',
        NEXUS_MAIL_FROM: 'Nexus <nexus@firm.example>',
      }),
    ).toEqual({
      ok: true,
      environment: {
        port: 8080,
        host: '0.0.0.0',
        dataDir: '/home/me/data',
        databaseUrl: 'postgres://me:pw@db:5432/firm',
        redisUrl: 'rediss://cache:6380',
        seed: 'none',
        topology: 'distributed',
        logLevel: 'debug',
        masterKey: key,
        subgraphUrls: { identity: 'http://identity:4001', crm: 'https://crm' },
        smtpUrl: 'smtps://me:pw@mail.firm.example:465',
        mailFrom: 'Nexus <nexus@firm.example>',
      },
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '4e3'],
    ['PORT', '40.5'],
    ['NEXUS_DATA_DIR', 'a\0b'],
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_URL', 'mysql://db/x'],
    ['REDIS_URL', 'http://cache'],
    ['NEXUS_SEED', 'full'],
    ['NEXUS_TOPOLOGY', 'Single'],
    ['LOG_LEVEL', 'verbose'],
    ['NEXUS_MASTER_KEY', 'short'],
    ['NEXUS_MASTER_KEY', `${Buffer.alloc(32).toString('base64').slice(0, -2)}!=`],
    ['NEXUS_MAIL_FROM', 'Nexus'],
    ['NEXUS_MAIL_FROM', 'Nexus <nexus@firm.example>\r\nBcc: all@firm.example'],
    ['NEXUS_SUBGRAPHS', 'identity'],
    ['NEXUS_SUBGRAPHS', 'crm=http://a,crm=http://b'],
  ])('explains %s=%j', (variable, value) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${variable} .+ is not valid: .{10,}`));
  });

  it('reports every bad value at once', () => {
    expect(problemsOf({ PORT: 'x', NEXUS_SEED: 'y', LOG_LEVEL: 'z' })).toHaveLength(3);
  });

  it('never repeats a secret', () => {
    expect(problemsOf({ NEXUS_MASTER_KEY: 'hunter2hunter2' }).join()).not.toContain('hunter2');
    expect(problemsOf({ DATABASE_URL: 'mysql://me:hunter2@db/x' }).join()).not.toContain('hunter2');
  });

  it('wants a sender where there is a mail server, and keeps its password to itself', () => {
    expect(problemsOf({ NEXUS_SMTP_URL: 'smtp://me:hunter2@mail:25' })).toEqual([
      expect.stringMatching(/^NEXUS_SMTP_URL needs NEXUS_MAIL_FROM(?!.*hunter2)/),
    ]);
    const wrong = { NEXUS_SMTP_URL: 'http://me:hunter2@mail', NEXUS_MAIL_FROM: 'a@b.example' };
    expect(problemsOf(wrong)).toEqual([expect.stringMatching(/^NEXUS_SMTP_URL that is set/)]);
    expect(problemsOf(wrong).join()).not.toContain('hunter2');
  });

  it('says what a distributed topology is missing', () => {
    const problems = problemsOf({ NEXUS_TOPOLOGY: 'distributed' }).join('\n');
    expect(problems).toContain('DATABASE_URL');
    expect(problems).toContain('REDIS_URL');
  });
});
