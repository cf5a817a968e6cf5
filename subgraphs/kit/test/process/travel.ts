import { Int, Query, Resolver } from 'type-graphql';
import {
  accept,
  aggregate,
  defineEvents,
  type EventOf,
  event,
  refuse,
  violation,
} from '../../src/domain/index.js';
import type { WriteSession } from '../../src/events/index.js';
import { Anonymous, defineSubgraph } from '../../src/graph/index.js';
import { processManager } from '../../src/process/index.js';

/** A small domain to test process managers with: a trip needs a flight and a room, and is confirmed in time. */
interface Trip {
  readonly tripId: string;
}
interface Place {
  readonly place: string;
}
interface TravelEvents {
  'travel.Requested': Trip;
  'travel.Confirmed': Trip;
  'travel.Failed': Trip;
}

const catalogue = defineEvents('travel', {
  Requested: event<Trip>(),
  Confirmed: event<Trip>(),
  Failed: event<Trip>(),
  Booked: event<Place>(),
  Freed: event<Place>(),
});
type TravelEvent = EventOf<(typeof catalogue)['specs']>;

interface TripCommand {
  readonly type: 'Requested' | 'Confirmed' | 'Failed';
  readonly tripId: string;
}

export const trip = aggregate<{ readonly phase: string }, TripCommand, TravelEvent>({
  name: 'trip',
  catalogue,
  initial: { phase: 'NONE' },
  decide: (_, { type, tripId }) => accept([{ type, data: { tripId } }]),
  evolve: (_, { type }) => ({ phase: type }),
});

/** Places that are taken already. */
export const full = new Set<string>();

export const booking = aggregate<
  { readonly booked: boolean },
  { readonly type: 'Book' | 'Free'; readonly place: string },
  TravelEvent
>({
  name: 'booking',
  catalogue,
  initial: { booked: false },
  decide(state, { type, place }) {
    if (type === 'Free') return accept([{ type: 'Freed', data: { place } }]);
    if (state.booked || full.has(place)) return refuse(violation('NOT_FOUND', 'Nothing is free.'));
    return accept([{ type: 'Booked', data: { place } }]);
  },
  evolve: (_, { type }) => ({ booked: type === 'Booked' }),
});

/** Fails while a trip's id stands here. */
export const broken = new Set<string>();

interface State {
  readonly tripId: string;
  readonly reminders: number;
}

export const travelAgency = processManager<State, TravelEvents, WriteSession>()({
  name: 'travel.agency',
  initial: { tripId: '', reminders: 0 },
  on: {
    'travel.Requested': {
      key: ({ data }) => data.tripId,
      async handle(before, { data }, tx, process) {
        const state = { ...before, tripId: data.tripId };
        for (const step of ['flight', 'room'] as const) {
          const { ok } = await process.perform(step, state);
          if (!ok) {
            await tx.run(trip, data.tripId, { type: 'Failed', tripId: data.tripId });
            return state;
          }
        }
        await process.schedule('remind', minutesAfter(tx.ctx.now, 30));
        await process.schedule('giveUp', minutesAfter(tx.ctx.now, 60));
        return state;
      },
    },
    'travel.Confirmed': {
      key: ({ data }) => (data.tripId === 'ignored' ? null : data.tripId),
      starts: false,
      handle(state, _event, _tx, process) {
        process.end();
        return state;
      },
    },
  },
  timeouts: {
    async remind(state, tx, process) {
      if (broken.has(state.tripId)) throw new RangeError('the mailbox is full');
      await process.schedule('remind', minutesAfter(tx.ctx.now, 20));
      return { ...state, reminders: state.reminders + 1 };
    },
    async giveUp(state, tx, process) {
      await process.compensate();
      await tx.run(trip, state.tripId, { type: 'Failed', tripId: state.tripId });
      return state;
    },
  },
  steps: {
    flight: {
      do: async ({ tripId }, tx) => book(tx, `flight-${tripId}`, 'Book'),
      undo: async ({ tripId }, tx) => book(tx, `flight-${tripId}`, 'Free'),
    },
    room: {
      async do({ tripId }, tx) {
        await book(tx, `towel-${tripId}`, 'Book');
        await book(tx, `room-${tripId}`, 'Book');
      },
      async undo({ tripId }, tx) {
        await book(tx, `room-${tripId}`, 'Free');
        await book(tx, `towel-${tripId}`, 'Free');
      },
    },
  },
});

async function book(tx: WriteSession, place: string, type: 'Book' | 'Free'): Promise<void> {
  await tx.run(booking, place, { type, place });
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

@Resolver()
class TravelResolver {
  @Query(() => Int, { description: 'How many places are taken for good.' })
  @Anonymous()
  placesTaken(): number {
    return full.size;
  }
}

export const travel = defineSubgraph({
  name: 'travel',
  catalogues: [catalogue],
  resolvers: [TravelResolver],
  references: {},
  entities: [],
  projections: [],
  reactions: [travelAgency],
  migrations: [],
});
