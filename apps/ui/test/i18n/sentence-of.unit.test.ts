import { describe, expect, it } from '@jest/globals';
import { createTexts } from '../../src/i18n/create-texts.js';
import type { Language } from '../../src/i18n/languages.js';
import { type Finding, sentenceOf } from '../../src/i18n/sentence-of.js';
import german from '../../src/locales/de/refusals.json' with { type: 'json' };

const files = { './locales/de/refusals.json': async () => ({ default: german }) };

async function said(finding: Partial<Finding>, language: Language = 'de') {
  const texts = await createTexts(language, [files]);
  return sentenceOf(texts, { message: 'The graph’s own words.', ...finding });
}
const detail = (name: string, ...values: string[]) => ({ name, values });

describe('a refusal in the reader’s language', () => {
  it('is said by its rule, with what the graph speaks of', async () => {
    expect(await said({ rule: 'TEXT_TOO_LONG', details: [detail('max', '200')] })).toBe(
      'Höchstens 200 Zeichen.',
    );
    const tasks = [detail('tasks', 'ACM-1-7', 'ACM-1-8')];
    expect(await said({ rule: 'TASK_BLOCKED_BY_DEPENDENCY', details: tasks })).toBe(
      'Sie wartet auf ACM-1-7, ACM-1-8.',
    );
  });

  it('is said more exactly by its reason, or by the field where it stands', async () => {
    const because = [detail('because', 'ended'), detail('day', '2026-03-14')];
    expect(await said({ rule: 'TIME_LOCKED', details: because, path: ['input', 'date'] })).toBe(
      'Das Projekt endete am 14.03.2026, vor diesem Tag.',
    );
    const path = ['input', 'taxRates', '0', 'country'];
    expect(await said({ rule: 'INPUT_INVALID', path })).toMatch(/zwei Großbuchstaben/);
    expect(await said({ rule: 'INPUT_INVALID', path: ['input', 'shoeSize'] })).toBe(
      'Dieser Wert ist hier nicht möglich.',
    );
  });

  it('counts as the language counts, and puts the graph’s own names in words', async () => {
    const open = (count: string) =>
      said({ rule: 'CHECKLIST_INCOMPLETE', details: [detail('count', count)] });
    expect(await open('1')).toBe('Ein Punkt der Checkliste ist noch offen.');
    expect(await open('3')).toBe('3 Punkte der Checkliste sind noch offen.');
    const items = [detail('items', 'DATES_SET', 'BUDGET_SET')];
    expect(await said({ rule: 'PROJECT_GATE_UNMET', details: items })).toBe(
      'Noch offen: Beginn und Ende, ein Betrag im Budget.',
    );
  });

  it('is said by its code where the rule is new, or lacks what its sentence speaks of', async () => {
    expect(await said({ rule: 'NOT_ON_SUNDAYS', code: 'RULE_VIOLATED' })).toBe(
      'Eine Regel spricht dagegen.',
    );
    expect(await said({ rule: 'TEXT_TOO_LONG', code: 'TOO_LONG' })).toBe('Das ist zu lang.');
  });

  it('is in the graph’s own words where there are no others', async () => {
    expect(await said({ rule: 'NOT_ON_SUNDAYS', code: 'NEVER_HEARD' })).toBe(
      'The graph’s own words.',
    );
    expect(await said({ rule: 'TEXT_TOO_LONG', details: [detail('max', '9')] }, 'en')).toBe(
      'The graph’s own words.',
    );
  });
});
