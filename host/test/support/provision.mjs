// Fills a database with two tenants and their people, before `nexus up` serves it.
// Run as: node provision.mjs <people.json> <file for who they are>, with the environment of the `nexus up` that follows.
import { readFile, writeFile } from 'node:fs/promises';

const from = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const [
  { readEnvironment },
  { layFoundation, migrateAll },
  { openNexusHouse },
  { bootstrapOperator, createUserWithMembership, provisionTenant },
] = await Promise.all([
  from('config/index.js'),
  from('house/foundation.js'),
  from('house/nexus-house.js'),
  import('@nexus/identity'),
]);

const { operator, tenants } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const { environment, problems } = readEnvironment(process.env, process.cwd());
if (!environment) throw new RangeError(problems.join('\n'));

const base = await layFoundation({ environment, say: () => undefined });
try {
  await migrateAll(base.urls);
  const house = await openNexusHouse(base, { work: true });
  try {
    await bootstrapOperator(house.runtime, operator);
    const provisioned = {};
    for (const { people, ...tenant } of tenants) {
      const { tenantId, id } = await provisionTenant(house.runtime, tenant);
      const members = {};
      for (const { key, ...person } of people) {
        const ids = await createUserWithMembership(house.runtime, { ...person, tenantId });
        members[key] = { ...ids, email: person.email, password: person.password };
      }
      provisioned[tenant.slug] = { id, uuid: tenantId, people: members };
    }
    await writeFile(process.argv[3], JSON.stringify(provisioned));
  } finally {
    await house.close();
  }
} finally {
  await base.close();
}
