import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { databaseUrls, provisionDatabase } from '../../src/postgres/index.js';
import { ask } from './support.js';

const adminUrl = String(process.env.NEXUS_TEST_PG);
const masterKey = Buffer.alloc(32, 7);
const name = () => `prov_${randomUUID().replaceAll('-', '')}`;

describe('provisionDatabase', () => {
  it('makes a database and two roles that can do nothing special, again and again', async () => {
    const database = name();
    const urls = await provisionDatabase(adminUrl, { masterKey, database });
    expect(await provisionDatabase(adminUrl, { masterKey, database })).toEqual(urls);
    expect(urls).toEqual(databaseUrls(adminUrl, { masterKey, database }));
    expect(await ask(urls.owner, 'SELECT current_database()')).toBe(database);
    for (const [url, role] of [
      [urls.app, 'nexus_app'],
      [urls.log, 'nexus_log'],
    ] as const) {
      expect(await ask(url, 'SELECT current_user::text')).toBe(role);
      expect(
        await ask(
          url,
          `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
           FROM pg_roles WHERE rolname = current_user`,
        ),
      ).toBe(false);
      await expect(ask(url, 'CREATE TABLE public.mine (id int)')).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('can be asked by several processes at once', async () => {
    const database = name();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => provisionDatabase(adminUrl, { masterKey, database })),
    );
    expect(new Set(all.map((urls) => urls.app)).size).toBe(1);
    expect(await ask(all[0]?.app ?? '', 'SELECT 1')).toBe(1);
  });

  it('refuses a role that could look past row-level security', async () => {
    await provisionDatabase(adminUrl, { masterKey, database: name() });
    await ask(adminUrl, 'ALTER ROLE nexus_log BYPASSRLS');
    try {
      await expect(
        provisionDatabase(adminUrl, { masterKey, database: name() }),
      ).rejects.toMatchObject({ code: 'DATABASE_TOO_PRIVILEGED' });
    } finally {
      await ask(adminUrl, 'ALTER ROLE nexus_log NOBYPASSRLS');
    }
  });

  it('says what to check when the server cannot be reached', async () => {
    await expect(
      provisionDatabase('postgresql://me:secret@127.0.0.1:1/postgres', { masterKey }),
    ).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringMatching(/127\.0\.0\.1:1.*DATABASE_URL/),
    });
  });
});
