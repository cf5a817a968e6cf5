/** Keeps an answer that is older than an event from undoing what the event has told. */
export interface LateAnswers {
  /** A query is on its way; to be called back once its answer, as of `place`, stands in the cache. */
  ask(): (place?: string | null) => void;
  /** An event has come. @param tell tells it once more */
  heard(data: unknown, tell: () => void): void;
}

interface Heard {
  readonly sequence: string;
  readonly tell: () => void;
}

/**
 * An event goes another way than an answer, and may overtake it: the answer was read before it happened, and is written
 * over it. What has come while a question was on its way, and is not in the answer, is told again behind it.
 */
export function createLateAnswers(): LateAnswers {
  const open = new Set<Heard[]>();
  return {
    ask() {
      const meanwhile: Heard[] = [];
      open.add(meanwhile);
      return (place) => {
        open.delete(meanwhile);
        if (!place) return;
        for (const { sequence, tell } of meanwhile) if (sequence > place) tell();
      };
    },
    heard(data, tell) {
      const sequence = sequenceIn(data);
      if (sequence === undefined) return;
      for (const meanwhile of open) meanwhile.push({ sequence, tell });
    },
  };
}

/** Places in the log are texts of one length, and compare as such. */
function sequenceIn(data: unknown): string | undefined {
  const [event] = Object.values((data ?? {}) as object);
  const { sequence } = (event ?? {}) as { readonly sequence?: unknown };
  return typeof sequence === 'string' ? sequence : undefined;
}
