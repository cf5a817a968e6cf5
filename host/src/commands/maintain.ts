import { rebuild } from '@nexus/kit/consumers';
import { type Environment, StartupProblem } from '../config/index.js';
import { type Foundation, layFoundation, migrateAll } from '../house/foundation.js';
import { type OpenedHouse, openNexusHouse } from '../house/nexus-house.js';
import { prepareDemo } from '../seed/prepare.js';
import { subgraphs } from '../subgraphs.js';
import { verify } from '../verify/verify.js';
import { closeAll } from './shutdown.js';

const say = (sentence: string) => console.log(sentence);

async function onFoundation(
  environment: Environment,
  work: (base: Foundation) => Promise<void>,
): Promise<void> {
  const base = await layFoundation({ environment, say, beside: true });
  try {
    await work(base);
  } finally {
    await base.close();
  }
}

/** Work in a house that also runs the consumers, so that what is written is followed before the command ends. */
function inHouse(
  environment: Environment,
  work: (house: OpenedHouse, base: Foundation) => Promise<void>,
): Promise<void> {
  return onFoundation(environment, async (base) => {
    await migrateAll(base.urls);
    const house = await openNexusHouse(base, { work: true, poolSize: 8 });
    try {
      await work(house, base);
    } finally {
      await closeAll([() => house.close()]);
    }
  });
}

export function migrateCommand(environment: Environment): Promise<void> {
  return onFoundation(environment, async ({ urls }) => {
    const applied = await migrateAll(urls);
    say(
      applied === 0 ? 'The database is at the present schema.' : `Applied ${applied} migrations.`,
    );
  });
}

export function seedCommand(environment: Environment): Promise<void> {
  return onFoundation(environment, async (base) => {
    await migrateAll(base.urls);
    if (!(await prepareDemo(base, say)))
      say('The database already has tenants; nothing was seeded.');
  });
}

export function rebuildCommand(environment: Environment, [name]: readonly string[]): Promise<void> {
  const all = subgraphs.flatMap(({ projections }) => projections);
  const projection = all.find((known) => known.name === name);
  if (!projection) {
    const names = all.map((known) => `  ${known.name}`).join('\n');
    throw new StartupProblem('USAGE', `Name one of the projections:\n${names}`);
  }
  return onFoundation(environment, async (base) => {
    await migrateAll(base.urls);
    const house = await openNexusHouse(base, { work: false, poolSize: 8 });
    try {
      const { events, seconds } = await rebuild(house.runtime.kernel, base.urls.owner, projection);
      say(`Rebuilt ${projection.name} from ${events} events in ${seconds.toFixed(1)} s.`);
    } finally {
      await house.close();
    }
  });
}

export function verifyCommand(environment: Environment): Promise<void> {
  return inHouse(environment, async (house, base) => {
    const findings = await verify(house, base);
    for (const { check, ok, detail } of findings)
      say(`${ok ? 'ok  ' : 'FAIL'} ${check}${detail ? `: ${detail}` : ''}`);
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  });
}
