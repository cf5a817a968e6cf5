import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';

/** A part that is loaded when it is first drawn; `load` begins earlier, when somebody is about to need it. */
export interface LazyPart<Props> {
  (props: Props & { readonly fallback?: ReactNode }): ReactNode;
  /** What it could not load it tries again when it is drawn. */
  readonly load: () => Promise<void>;
}

const RETRY_MS = 2_000;
const all = new Set<() => Promise<void>>();

/**
 * What a page needs only once somebody opens it. Unlike `React.lazy` it suspends nothing, is drawn at once when it
 * is there already, and goes on trying while the network is away: a menu that cannot be loaded must not take the
 * page with it.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  async function begin(): Promise<void> {
    try {
      Loaded = await load();
    } catch {
      loading = undefined;
    }
  }

  function ensure(): Promise<void> {
    loading ??= begin();
    return loading;
  }

  // biome-ignore lint/correctness/noComponentHookFactories: made once, where a module declares its part.
  function Part({ fallback = null, ...props }: Props & { readonly fallback?: ReactNode }) {
    const [, draw] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (Loaded) return;
      let later: ReturnType<typeof setTimeout>;
      let isGone = false;
      const attempt = () =>
        void ensure().then(() => {
          if (isGone) return;
          if (Loaded) draw();
          else later = setTimeout(attempt, RETRY_MS);
        });
      attempt();
      return () => {
        isGone = true;
        clearTimeout(later);
      };
    }, []);
    return Loaded ? <Loaded {...(props as unknown as Props)} /> : fallback;
  }

  all.add(ensure);
  return Object.assign(Part, { load: ensure });
}

/** Loads every part that was declared: for tests, in which nobody waits. */
export async function loadParts(): Promise<void> {
  await Promise.all([...all].map((load) => load()));
}
