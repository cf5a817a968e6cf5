import { randomInt } from 'node:crypto';
import {
  bootstrapOperator,
  createUserWithMembership,
  principalOf,
  provisionTenant,
} from '@nexus/identity';
import { addDays, localDate, ManualClock, type Principal } from '@nexus/kit/domain';
import { supergraphOf } from '../compose/supergraph.js';
import type { Foundation } from '../house/foundation.js';
import type { OpenedHouse } from '../house/nexus-house.js';
import { openRouter } from '../house/router.js';
import type { SwitchableClock } from '../house/switchable-clock.js';
import { localTransports } from '../house/transports.js';
import { brandFirm } from './brand.js';
import { at, daysFrom } from './calendar.js';
import { DemoGraph } from './demo-graph.js';
import { CLIENTS, FIRM, HISTORY_DAYS, STAFF } from './firm.js';
import { SeededRandom } from './random.js';
import { type DemoSignIn, keepSignIns } from './sign-ins.js';
import { type Cast, Story } from './story.js';

const SEED = 20_260_101;
const PASSWORD_WORDS = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'harbor',
  'island',
  'juniper',
  'kelp',
  'lagoon',
  'meadow',
  'nimbus',
  'orchid',
  'pebble',
  'quartz',
  'river',
  'summit',
  'tundra',
];

/** Easy to type, hard to guess: a demo that is reachable is still somebody's data. */
function password(): string {
  const words = Array.from({ length: 3 }, () => PASSWORD_WORDS[randomInt(PASSWORD_WORDS.length)]);
  return `${words.join('-')}-${randomInt(1000, 9999)}`;
}

/**
 * Fills an empty database with the demo tenant: eighteen months of a services firm, told through the graph in the
 * order of its days under a clock of its own. Same seed and day, same story (ids and passwords aside).
 */
export async function seedDemo(
  house: OpenedHouse & { readonly clock: SwitchableClock },
  base: Foundation,
  say: (sentence: string) => void,
): Promise<void> {
  const started = performance.now();
  const today = localDate(house.runtime.kernel.clock.now(), FIRM.timeZone);
  const first = addDays(today, -HISTORY_DAYS);
  const clock = new ManualClock(at(first, 6));
  const unfollow = house.clock.follow(clock);
  const router = await openRouter({
    supergraph: await supergraphOf(house.built),
    subgraphs: localTransports(house.built, house.runtime),
    logger: base.logger,
  });
  try {
    const { cast, signIns } = await castOf(house);
    const stage = {
      graph: new DemoGraph(router),
      clock,
      random: new SeededRandom(SEED),
      cast,
      today,
    };
    const story = new Story(stage);
    clock.set(at(first, 7));
    const jonas = cast.staff.get('jonas')?.principal;
    if (!jonas) throw new RangeError('The demo has no administrator');
    await brandFirm(stage.graph, jonas);
    await story.openClients();
    let month = '';
    for (const day of daysFrom(first, today)) {
      if (day.slice(0, 7) !== month) {
        month = day.slice(0, 7);
        say(
          `Seeding the demo: ${month} (${story.counts.entries} time entries, ${story.counts.invoices} invoices) …`,
        );
      }
      await story.tell(day);
    }
    unfollow();
    const client = await clientUser(stage.graph, house, cast);
    await keepSignIns(base.environment.dataDir, [...signIns, client]);
    const seconds = Math.round((performance.now() - started) / 1000);
    say(
      `Seeded ${story.counts.entries} time entries and ${story.counts.invoices} invoices in ${seconds} s.`,
    );
  } finally {
    unfollow();
    await router.close();
  }
}

/** The tenant and its people, those of the demo's sign-ins among them. */
async function castOf(house: OpenedHouse): Promise<{ cast: Cast; signIns: DemoSignIn[] }> {
  const operator: DemoSignIn = {
    role: 'operator',
    name: 'Olga Petrov',
    email: 'olga@nexus.example',
    password: password(),
  };
  await bootstrapOperator(house.runtime, operator);
  const { tenantId } = await provisionTenant(house.runtime, FIRM);
  const staff = new Map<string, { userId: string; principal: Principal }>();
  const signIns = [operator];
  for (const person of STAFF) {
    const { name, email, role, key, shows } = person;
    const secret = password();
    const member = {
      tenantId,
      email,
      name,
      password: secret,
      kind: 'STAFF',
      roles: [role],
    } as const;
    const { userId, membershipId } = await createUserWithMembership(house.runtime, member);
    const link = {
      id: membershipId,
      userId,
      tenantId,
      kind: 'STAFF' as const,
      clientId: null,
      roles: [role],
    };
    staff.set(key, { userId, principal: principalOf(link, null, FIRM) });
    if (shows) signIns.push({ role: shows, name, email, password: secret });
  }
  return { cast: { staff }, signIns };
}

/** The billing contact of the first client, with a way into the portal. */
async function clientUser(graph: DemoGraph, house: OpenedHouse, cast: Cast): Promise<DemoSignIn> {
  const [demoClient] = CLIENTS;
  const mara = cast.staff.get('mara')?.principal;
  if (!demoClient || !mara) throw new RangeError('The demo has no client or no manager');
  const { contacts } = await graph.query<{
    contacts: { nodes: { id: string; client: { id: string } }[] };
  }>(mara, 'query($search: String) { contacts(search: $search) { nodes { id client { id } } } }', {
    search: demoClient.contact.name,
  });
  const found = contacts.nodes[0];
  const secret = password();
  await createUserWithMembership(house.runtime, {
    tenantId: mara.tenantId,
    name: demoClient.contact.name,
    email: demoClient.contact.email,
    password: secret,
    kind: 'CLIENT',
    roles: ['CLIENT', 'CLIENT_BILLING'],
    clientId: found?.client.id ?? null,
    contactId: found?.id ?? null,
  });
  return {
    role: 'client',
    name: demoClient.contact.name,
    email: demoClient.contact.email,
    password: secret,
  };
}
