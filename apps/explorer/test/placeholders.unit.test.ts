import { describe, expect, it } from '@jest/globals';
import type { DemoSignIn } from '../src/account/demo-sign-ins.js';
import { calendar } from '../src/placeholders/calendar.js';
import { fill } from '../src/placeholders/fill.js';
import { createMemory } from '../src/placeholders/memory.js';
import { newKey } from '../src/placeholders/new-key.js';
import { people } from '../src/placeholders/people.js';
import { memoryStorage } from './support/memory-storage.js';

describe('fill', () => {
  const lookup = (name: string) => ({ 'client.id': 'cli_1', today: '2026-11-21' })[name];

  it('fills strings however deep they stand, and leaves everything else', async () => {
    const variables = {
      input: { clientId: '{{client.id}}', note: 'on {{ today }}', list: ['{{today}}'], count: 3 },
      flag: true,
      none: null,
    };
    expect(await fill(variables, [lookup])).toEqual({
      ok: true,
      variables: {
        input: { clientId: 'cli_1', note: 'on 2026-11-21', list: ['2026-11-21'], count: 3 },
        flag: true,
        none: null,
      },
    });
  });

  it('names what nobody knows', async () => {
    const variables = { a: '{{task.id}}', b: '{{client.id}}', c: '{{invoice.id}} {{task.id}}' };
    expect(await fill(variables, [lookup])).toEqual({
      ok: false,
      unknown: ['task.id', 'invoice.id'],
    });
  });

  it('asks one after the other', async () => {
    const second = async (name: string) => (name === 'task.id' ? 'tsk_1' : 'never');
    expect(await fill(['{{today}}', '{{task.id}}'], [lookup, second])).toMatchObject({
      variables: ['2026-11-21', 'tsk_1'],
    });
  });

  it('does not take a value for a placeholder', async () => {
    const sly = (name: string) => (name === 'a' ? '{{b}} $&' : undefined);
    expect(await fill('{{a}}', [sly])).toEqual({ ok: true, variables: '{{b}} $&' });
  });

  it('has nothing to do without variables', async () => {
    expect(await fill(undefined, [lookup])).toEqual({ ok: true, variables: undefined });
  });
});

describe('the calendar', () => {
  const on = (date: string) => calendar(() => new Date(`${date}T12:00:00`));

  it.each([
    ['today', '2026-11-21', '2026-11-21'],
    ['today-7', '2026-03-03', '2026-02-24'],
    ['today+90', '2026-11-21', '2027-02-19'],
    ['today + 1', '2028-02-28', '2028-02-29'],
    ['week', '2026-11-21', '2026-W47'],
    ['week', '2027-01-03', '2026-W53'],
    ['week', '2027-01-04', '2027-W01'],
    ['week', '2024-12-30', '2025-W01'],
    ['time', '2026-11-21', '12:00:00'],
    ['tomorrow', '2026-11-21', undefined],
  ])('%s on %s… %s', (name, date, value) => {
    expect(on(date)(name)).toBe(value);
  });
});

describe('the memory', () => {
  const kiln = () => 'ten_1';

  it('knows what mutations made, by its name in their payload', () => {
    const memory = createMemory(memoryStorage(), kiln);
    memory.remember({ clientCreate: { client: { id: 'cli_1', name: 'Lane' }, errors: [] } });
    memory.remember({
      invoiceFinalize: { invoice: { id: 'inv_1', total: { amount: '1.00', currency: 'EUR' } } },
    });
    expect(memory.lookup('client.id')).toBe('cli_1');
    expect(memory.lookup('invoice.total.amount')).toBe('1.00');
    expect(memory.lookup('invoice.id')).toBe('inv_1');
  });

  it('takes the first of several', () => {
    const memory = createMemory(memoryStorage(), kiln);
    memory.remember({ timeEntryApprove: { timeEntries: [{ id: 'tim_1' }, { id: 'tim_2' }] } });
    expect(memory.lookup('timeEntry.id')).toBe('tim_1');
  });

  it('forgets nothing when a mutation made nothing', () => {
    const memory = createMemory(memoryStorage(), kiln);
    memory.remember({ clientCreate: { client: { id: 'cli_1' } } });
    memory.remember({ clientCreate: { client: null, errors: [{ code: 'TAKEN' }] } });
    memory.remember(null);
    expect(memory.lookup('client.id')).toBe('cli_1');
    expect(memory.lookup('errors.code')).toBeUndefined();
  });

  it('is the same in another window, and survives nonsense in the storage', () => {
    const storage = memoryStorage();
    createMemory(storage, kiln).remember({ a: { task: { id: 'tsk_1' } } });
    expect(createMemory(storage, kiln).lookup('task.id')).toBe('tsk_1');
    for (const key of storage.keys()) storage.setItem(key, '{');
    expect(createMemory(storage, kiln).lookup('task.id')).toBeUndefined();
  });

  it('holds of one tenant what was made there: ids from before a reset mean nothing', () => {
    const storage = memoryStorage();
    const of = (tenantId: string | null) => createMemory(storage, () => tenantId);
    of('ten_1').remember({ a: { task: { id: 'tsk_1' } } });
    of('ten_2').remember({ a: { client: { id: 'cli_2' } } });
    expect(of('ten_2').lookup('task.id')).toBeUndefined();
    expect(of(null).lookup('task.id')).toBeUndefined();
    expect(of('ten_1').lookup('task.id')).toBe('tsk_1');
  });

  it('forgets the tenant that was left longest ago, and does not grow', () => {
    const storage = memoryStorage();
    const of = (tenantId: string) => createMemory(storage, () => tenantId);
    const tenants = ['ten_1', 'ten_2', 'ten_3', 'ten_4', 'ten_1', 'ten_5'];
    for (const tenantId of tenants) of(tenantId).remember({ a: { task: { id: tenantId } } });
    expect(of('ten_2').lookup('task.id')).toBeUndefined();
    expect(of('ten_1').lookup('task.id')).toBe('ten_1');
  });

  it('does not take what an older version kept', () => {
    const storage = memoryStorage();
    storage.setItem('nexus-explorer:remembered', '{"task.id":"tsk_0"}');
    expect(createMemory(storage, kiln).lookup('task.id')).toBeUndefined();
  });

  it('knows no more than it was told', () => {
    expect(createMemory(memoryStorage(), kiln).lookup('constructor')).toBeUndefined();
  });
});

describe('people', () => {
  const jonas: DemoSignIn = { role: 'employee', name: 'Jonas', email: 'j@t', password: 'p' };

  it('are asked for their id once', async () => {
    let asked = 0;
    const lookup = people([jonas], async ({ email }) => `usr_${email}_${++asked}`);
    expect(await lookup('demo.employee.id')).toBe('usr_j@t_1');
    expect(await lookup('demo.employee.id')).toBe('usr_j@t_1');
  });

  it('are asked again when it failed', async () => {
    let asked = 0;
    const lookup = people([jonas], async () => {
      if (++asked === 1) throw new RangeError('offline');
      return 'usr_1';
    });
    await expect(lookup('demo.employee.id')).rejects.toThrow('offline');
    expect(await lookup('demo.employee.id')).toBe('usr_1');
  });

  it('lend their e-mail and password, and nothing to other names', () => {
    const lookup = people([jonas], async () => 'usr_1');
    expect(lookup('demo.employee.email')).toBe('j@t');
    expect(lookup('demo.employee.password')).toBe('p');
    expect(lookup('demo.employee.role')).toBeUndefined();
    expect(lookup('demo.client.id')).toBeUndefined();
    expect(lookup('employee.id')).toBeUndefined();
  });
});

describe('a new key', () => {
  it('is another one each time', () => {
    expect(newKey('new-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(newKey('new-key')).not.toBe(newKey('new-key'));
    expect(newKey('key')).toBeUndefined();
  });
});
