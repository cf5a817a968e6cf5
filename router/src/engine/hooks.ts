import type { Logger } from 'pino';
import type { RouterPlugin } from '../plugin.js';

/** All but `wrapTransport`, which transports are made with. */
type HookName = Exclude<keyof RouterPlugin, 'name' | 'wrapTransport'>;
type Hook<Name extends HookName> = NonNullable<RouterPlugin[Name]>;

/** The plugins' hooks by name, bound and in order; an empty list where nobody hooks in. */
export type Hooks = { readonly [Name in HookName]: readonly Hook<Name>[] };

export function collectHooks<P>(plugins: readonly RouterPlugin<P>[]): Hooks {
  const of = <Name extends HookName>(name: Name): readonly Hook<Name>[] =>
    plugins.flatMap((plugin) => {
      const hook = plugin[name] as Hook<Name> | undefined;
      return hook ? [hook.bind(plugin) as Hook<Name>] : [];
    });
  return {
    onRequest: of('onRequest'),
    onOperation: of('onOperation'),
    onPlan: of('onPlan'),
    onSubgraphRequest: of('onSubgraphRequest'),
    onSubgraphResponse: of('onSubgraphResponse'),
    onSourceEvent: of('onSourceEvent'),
    onEvent: of('onEvent'),
    onDeferred: of('onDeferred'),
    onResponse: of('onResponse'),
    onClose: of('onClose'),
  };
}

/** Lets plugins go, each whatever the others do. */
export async function closePlugins({ onClose }: Hooks, log: Logger): Promise<void> {
  for (const close of onClose) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, 'a plugin did not close in order');
    }
  }
}
