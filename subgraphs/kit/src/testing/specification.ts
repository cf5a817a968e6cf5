import assert from 'node:assert/strict';
import {
  type Actor,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type DomainEvent,
  encodeId,
  localDate,
  type RuleName,
  replay,
  seededIds,
} from '../domain/index.js';

export interface Circumstances {
  /** Instant of the command; 2026-11-16T09:00:00Z (a Monday) unless given. */
  readonly now?: Date | string;
  readonly actor?: Actor;
  readonly timeZone?: string;
}

const ACTOR: Actor = { type: 'user', id: encodeId('User', '0198c0de-0000-7000-8000-000000000001') };

/** A context for decisions that gives the same ids in every run. */
export function decisionContext({
  now,
  actor = ACTOR,
  timeZone = 'Europe/Berlin',
}: Circumstances = {}): DecisionContext {
  const instant = new Date(now ?? '2026-11-16T09:00:00Z');
  const ids = seededIds(7);
  return {
    now: instant,
    today: localDate(instant, timeZone),
    timeZone,
    actor,
    newId: (entity) => encodeId(entity, ids.uuid(instant)),
  };
}

/**
 * Given events, when a command, then events or a refusal: the way every aggregate is tested.
 * `await specification(task).given(created).when(move).then([moved])`
 */
export function specification<State, Command, Event extends DomainEvent>(
  aggregate: Aggregate<State, Command, Event>,
) {
  return {
    given: (...history: readonly (Event | readonly Event[])[]) => ({
      when(command: Command, circumstances?: Circumstances) {
        const decided = Promise.resolve().then(() =>
          aggregate.decide(
            replay(aggregate, history.flat() as Event[]),
            command,
            decisionContext(circumstances),
          ),
        );
        return {
          /** Accepted with exactly these events. */
          // biome-ignore lint/suspicious/noThenProperty: read aloud it is given, when, then; awaiting it is meant
          then: <Result>(
            expected: readonly Event[] | ((decision: Decision<Event>) => Result),
            reject?: (reason: unknown) => void,
          ): Promise<unknown> =>
            typeof expected === 'function'
              ? decided.then(expected, reject)
              : decided.then((decision) => {
                  assert.ok(decision.ok, `refused: ${JSON.stringify(decision)}`);
                  assert.deepEqual(decision.events, expected);
                }),
          thenRefused: async (rule: RuleName, path?: readonly string[]) => {
            const decision = await decided;
            assert.ok(!decision.ok, `accepted: ${JSON.stringify(decision)}`);
            const found = decision.errors.find((error) => error.rule === rule);
            assert.ok(
              found,
              `refused for ${decision.errors.map((error) => error.rule).join(', ')}, not ${rule}`,
            );
            if (path) assert.deepEqual(found.path, path);
          },
          thenWarns: async (rule: RuleName) => {
            const decision = await decided;
            assert.ok(decision.ok, `refused: ${JSON.stringify(decision)}`);
            const rules = decision.warnings.map((warning) => warning.rule);
            assert.ok(rules.includes(rule), `warned of [${rules.join(', ')}], not ${rule}`);
          },
        };
      },
    }),
  };
}
