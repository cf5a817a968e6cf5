import { RebuildInProgress } from '@nexus/kit/consumers';
import type { JobDefinition, SubgraphRuntime } from '@nexus/kit/graph';
import { operation } from '../domain/operation.aggregate.js';
import type { OperationsEvent } from '../domain/operations.events.js';
import { writePlatform } from '../guards/platform-rows.js';
import { rebuildEnded, rebuildProgressed, takeRebuild } from '../guards/rebuild.guard.js';
import { operationsDesk } from '../ports.js';

const REQUEST = 'rebuild';

/** Does what was asked for, one projection after the other; takes up again what a process that died has left. */
export const rebuildJob: JobDefinition = {
  name: 'operations.rebuild',
  everyMs: 1_000,
  async run(house) {
    for (;;) {
      const taken = await writePlatform(house.kernel, REQUEST, (tx) => takeRebuild(tx, tx.ctx.now));
      if (!taken) return;
      await rebuildNow(house, taken);
    }
  },
};

async function rebuildNow(
  { kernel, adapters }: SubgraphRuntime,
  { projection: name, id }: { readonly projection: string; readonly id: string },
): Promise<void> {
  const desk = adapters.get(operationsDesk);
  const projection = desk.projections.find((known) => known.name === name);
  const end = (event: OperationsEvent, replayed: number | null, error: string | null) =>
    writePlatform(kernel, REQUEST, async (tx) => {
      await rebuildEnded(tx, id, { replayed, error, now: tx.ctx.now });
      await tx.run(operation, id, { event });
    });
  const failed = (error: string) =>
    end({ type: 'RebuildFailed', data: { projection: name, error } }, null, error);
  if (!projection) return failed('no projection of this name is left');
  try {
    const { events, seconds } = await desk.rebuild(projection, (replayed, total) =>
      writePlatform(kernel, REQUEST, (tx) =>
        rebuildProgressed(tx, id, { replayed, total, now: tx.ctx.now }),
      ),
    );
    const data = { projection: name, events, seconds };
    await end({ type: 'RebuildFinished', data }, events, null);
  } catch (error) {
    kernel.logger.error({ err: error, projection: name }, 'rebuild failed');
    // Whoever rebuilds it already (the command, say) does what was asked for.
    const why =
      error instanceof RebuildInProgress ? 'somebody else is rebuilding it' : messageOf(error);
    await failed(why);
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
