import type { createRouter, inProcess } from '@nexus/router';
import type { composeSubgraphs } from '@nexus/router/compose';

/** What is put to the test: the built router from the command line, its sources in tests. */
export interface Subject {
  readonly composeSubgraphs: typeof composeSubgraphs;
  readonly createRouter: typeof createRouter;
  readonly inProcess: typeof inProcess;
}
