import { describe, expect, it } from '@jest/globals';
import { createKeys } from '../../src/graph/create-keys.js';

let made = 0;
const keysOf = () => createKeys(() => `k${++made}`);

describe('the keys of a form', () => {
  it('are the same for what is sent again, and others for what was changed', () => {
    const keyOf = keysOf();
    const first = keyOf({ minutes: 30 });
    expect(keyOf({ minutes: 30 })).toBe(first);
    expect(keyOf({ minutes: 45 })).not.toBe(first);
  });

  it('are new once the graph has answered: whoever says the same again means it', () => {
    const keyOf = keysOf();
    const first = keyOf({ minutes: 30 });
    keyOf.answered({ minutes: 30 });
    expect(keyOf({ minutes: 30 })).not.toBe(first);
  });
});
