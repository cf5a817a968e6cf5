import { describe, expect, it } from '@jest/globals';
import { literalsOf } from '../lib/literals.mjs';

const texts = (source: string, file = 'x.tsx') => literalsOf(file, source).map(({ text }) => text);

describe('the texts of a component', () => {
  it.each([
    ['const x = <p>Save</p>;', 'Save'],
    ['const x = <p>{name} was here</p>;', 'was here'],
    ["const x = <p>{'Save'}</p>;", 'Save'],
    ["const x = <p>{isNew ? 'Create' : t('save')}</p>;", 'Create'],
    ["const x = <p>{isNew && 'Create'}</p>;", 'Create'],
    [`const x = <>{\`\${hours} hours\`}</>;`, '… hours'],
    ['const x = <button aria-label="Close" />;', 'Close'],
    ["const x = <Field label={'Name'} />;", 'Name'],
    [`const x = <img alt={\`Logo of \${name}\`} />;`, 'Logo of …'],
    ['const x = <input placeholder="Search…" />;', 'Search…'],
    ["say({ title: 'Saved', tone: 'success' });", 'Saved'],
  ])('are found: %s', (source, text) => {
    expect(texts(source)).toEqual([text]);
  });

  it.each([
    "const x = <p className=\"flex\" id='a'>{t('save')}</p>;",
    'const x = <p>{count} / {limit} · × →</p>;',
    `const x = <Field label={t(\`state.\${state}\`)} />;`,
    "const x = <p>{t('save', { name: 'Ada' })}</p>;",
    'const x = <p>Nexus</p>;',
    'const x = <Input placeholder="DE" />;',
    "const x = <Toaster options={{ classNames: { title: 'font-medium' } }} />;",
    "const x = <Link to={isNew ? '/new' : '/old'}>{name}</Link>;",
  ])('are not what nobody reads: %s', (source) => {
    expect(texts(source)).toEqual([]);
  });

  it('are found in what is no component, too, with the line', () => {
    const source = "const of = <T>(x: T) => x;\n// ü\nsay({\n  description: 'Gone.',\n});\n";
    expect(literalsOf('x.ts', source)).toEqual([{ line: 4, text: 'Gone.' }]);
    expect(literalsOf('x.tsx', 'const x = (\n  <p>\n    Gone\n  </p>\n);')).toEqual([
      { line: 3, text: 'Gone' },
    ]);
  });
});
