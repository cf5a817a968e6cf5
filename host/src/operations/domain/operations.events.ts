import { defineEvents, type EventOf, event } from '@nexus/kit/domain';

/** A stream that a consumer has put aside, and what it happened to. */
interface Parked {
  readonly consumer: string;
  readonly stream: string;
}

const specs = {
  ParkedReplayRequested: event<Parked>(),
  ParkedEventSkipped: event<
    Parked & { readonly version: number; readonly type: string; readonly reason: string }
  >(),
  JobRetried: event<{ readonly queue: string; readonly job: string }>(),
  MailResent: event<{ readonly mailId: string }>(),
  RebuildRequested: event<{ readonly projection: string }>(),
  RebuildFinished: event<{
    readonly projection: string;
    readonly events: number;
    readonly seconds: number;
  }>(),
  RebuildFailed: event<{ readonly projection: string; readonly error: string }>(),
  AuditTrailRead: event<{ readonly userId: string; readonly hour: string }>(),
  AuditTrailExported: event<{
    readonly format: string;
    readonly filter: Readonly<Record<string, unknown>>;
  }>(),
};

/** What people did about the house, and that they looked at what others did. In the log of the one who did it. */
export const operationsEvents = defineEvents('operations', specs);
export type OperationsEvent = EventOf<typeof specs>;
