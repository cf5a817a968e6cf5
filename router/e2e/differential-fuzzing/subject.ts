import type { Subject } from '../../fuzz/subject.js';
import { composeSubgraphs } from '../../src/compose/index.js';
import { createRouter, inProcess } from '../../src/index.js';

/** The router's sources; what is declared is the built one, of the same types by other names. */
export const subject = { composeSubgraphs, createRouter, inProcess } as unknown as Subject;
