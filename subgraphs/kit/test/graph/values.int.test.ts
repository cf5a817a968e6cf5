import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import { counting } from '../support/counter.js';

const caller = staff(['counting:read', 'counting:write']);
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
});
afterAll(() => house.close());

const codes = async (query: string, variables = {}) => {
  const { errors = [] } = await house.as(caller).execute(query, variables);
  return errors.map(({ extensions }) => extensions.code);
};

/** Of scalars that only a subgraph knows the router lets every value through. */
describe('a value that does not fit its type is the caller’s mistake', () => {
  it('in a variable', async () => {
    const open =
      'mutation ($input: CounterOpenInput!) { counterOpen(input: $input) { counter { id } } }';
    expect(await codes(open, { input: { owner: 5 } })).toEqual(['BAD_USER_INPUT']);
    expect(await codes(open, {})).toEqual(['BAD_USER_INPUT']);
  });

  it('in a literal', async () => {
    const open = 'mutation { counterOpen(input: { owner: 5 }) { counter { id } } }';
    expect(await codes(open)).toEqual(['BAD_USER_INPUT']);
  });

  it('in a subscription', async () => {
    const query = 'subscription ($after: String) { counterChanged(after: $after) { sequence } }';
    const events = house.as(caller).subscribe(query, { after: 5 });
    const { value } = await events.next();
    expect(value?.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
