/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import type { BrandFactsFragment } from '../src/features/branding/brand-facts.generated.js';
import type { LogoWish } from '../src/features/branding/branding-form.js';
import { ContrastList } from '../src/features/branding/contrast-list.js';
import { LogoInput } from '../src/features/branding/logo-input.js';
import type { SettingLineFragment } from '../src/features/settings/setting-line.generated.js';
import { SettingsForm } from '../src/features/settings/settings-form.js';
import type { TenantSettingsFragment } from '../src/features/settings/tenant-settings.generated.js';
import { render } from './support/render.js';

const setting = (more: Partial<SettingLineFragment>): SettingLineFragment => ({
  __typename: 'Setting',
  key: 'invitation.days',
  group: 'JOINING',
  type: 'INTEGER',
  unit: 'DAYS',
  value: '7',
  default: '7',
  min: 1,
  max: 30,
  options: null,
  viewerCanEdit: true,
  ...more,
});
const tenant = (more: Partial<TenantSettingsFragment> = {}): TenantSettingsFragment => ({
  __typename: 'Tenant',
  id: 'ten_1',
  settingsVersion: 4,
  viewerCanEditSettings: true,
  settings: [
    setting({}),
    setting({
      ...{ key: 'weekStart', group: 'REGIONAL', type: 'CHOICE', unit: null },
      ...{ value: 'SUNDAY', default: 'MONDAY', min: null, max: null },
      options: ['MONDAY', 'SATURDAY', 'SUNDAY'],
    }),
    setting({ key: 'made.up', value: '5', default: '5', unit: null }),
  ],
  ...more,
});
const DAYS = 'Invitations are good for, in days';
const answer = (errors: object[] = []) => ({
  data: { settingsUpdate: { __typename: 'P', tenant: null, errors } },
});
const refusal = (code: string, message: string, path: string[] | null) => ({
  __typename: 'RuleViolation',
  ...{ code, message, path },
});

describe('the settings', () => {
  const open = (given = tenant(), ...answers: Parameters<typeof render>[1][]) => {
    const onStale = jest.fn();
    const drawn = render(
      <SettingsForm tenant={given} onStale={onStale} />,
      ...answers.flatMap((one) => one ?? []),
    );
    const days = () => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${DAYS}`));
    const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save settings' });
    return { ...drawn, onStale, days, save };
  };

  it('stand in their groups, with what holds, what may be, and a name also where it is new', async () => {
    const { container } = open();
    screen.getByRole('region', { name: 'Joining' });
    screen.getByRole('region', { name: 'Region' });
    screen.getByLabelText(/^made\.up/);
    screen.getByText(/7 days.*1.*30/);
    expect(screen.getByRole('combobox', { name: /^The week begins on/ }).textContent).toContain(
      'Sunday',
    );
    expect(await violationsIn(container)).toEqual([]);
  });

  it('send what was changed alone, with the version that it was seen in', async () => {
    const { user, sent, days, save } = open(tenant(), answer());
    expect(save().disabled).toBe(true);
    await user.clear(days());
    await user.type(days(), '14');
    await user.click(save());
    await waitFor(() =>
      expect(sent).toEqual([
        { input: { changes: [{ key: 'invitation.days', value: '14' }], expectedVersion: 4 } },
      ]),
    );
    await waitFor(() => expect(save().disabled).toBe(true));
  });

  it('go back to their default by one button, which sends just that', async () => {
    const { user, sent, save } = open(tenant(), answer());
    await user.click(screen.getByRole('button', { name: /The week begins on$/ }));
    await user.click(save());
    await waitFor(() =>
      expect(sent).toEqual([
        { input: { changes: [{ key: 'weekStart', value: null }], expectedVersion: 4 } },
      ]),
    );
  });

  it('say at the field what is wrong with it, and keep what was typed', async () => {
    const { user, days, save, onStale } = open(
      tenant(),
      answer([refusal('INVALID', 'At most 30.', ['input', 'changes', '0', 'value'])]),
    );
    await user.clear(days());
    await user.type(days(), '99');
    await user.click(save());
    await screen.findByText('At most 30.');
    expect(days().getAttribute('aria-invalid')).toBe('true');
    expect(days().value).toBe('99');
    expect(onStale).not.toHaveBeenCalled();
  });

  it('are asked for anew where somebody was faster', async () => {
    const { user, days, save, onStale } = open(
      tenant(),
      answer([refusal('STALE_VERSION', 'Somebody was faster.', null)]),
    );
    await user.type(days(), '1');
    await user.click(save());
    await waitFor(() => expect(onStale).toHaveBeenCalledTimes(1));
    await screen.findByText('Somebody was faster.');
  });

  it('follow what somebody else sets, but for what is being changed here', async () => {
    const { user, days, rerender } = open();
    await user.clear(days());
    await user.type(days(), '21');
    const [first, second, third] = tenant().settings as SettingLineFragment[];
    const theirs = [
      { ...(first as SettingLineFragment), value: '3' },
      { ...(second as SettingLineFragment), value: 'SATURDAY' },
      third as SettingLineFragment,
    ];
    rerender(
      <SettingsForm tenant={tenant({ settings: theirs, settingsVersion: 5 })} onStale={() => {}} />,
    );
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: /^The week begins on/ }).textContent).toContain(
        'Saturday',
      ),
    );
    expect(days().value).toBe('21');
  });

  it('are discarded by a button, and cannot be changed by who only reads them', async () => {
    const { user, days, unmount } = open();
    await user.type(days(), '5');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(days().value).toBe('7');
    unmount();
    open(tenant({ viewerCanEditSettings: false, settings: [setting({ viewerCanEdit: false })] }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(new RegExp(`^${DAYS}`)).disabled).toBe(true);
  });
});

describe('the colours of a brand', () => {
  type Check = BrandFactsFragment['contrast'][number];
  const check = (more: Partial<Check> = {}): Check => ({
    __typename: 'ContrastCheck',
    part: 'ACCENT',
    on: 'LIGHT_THEME',
    color: '#FFEB3B',
    background: '#FFFFFF',
    ratio: 1.2,
    required: 4.5,
    passes: false,
    blocking: false,
    suggestion: '#8A7A00',
    ...more,
  });

  it('that cannot be read are named, with one that can be taken', async () => {
    const onTake = jest.fn();
    const { user, container } = render(
      <ContrastList
        checks={[
          check(),
          check({ part: 'TEXT', on: 'OWN_SURFACE', blocking: true, suggestion: null }),
        ]}
        isOutdated={false}
        onTake={onTake}
      />,
    );
    screen.getByText(/#FFEB3B does not stand out from the light theme: 1\.2 where 4\.5/);
    screen.getByText(/It cannot be published like this/);
    await user.click(screen.getByRole('button', { name: /Take #8A7A00/ }));
    expect(onTake.mock.calls).toEqual([['accent', '#8A7A00']]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('that can all be read are said to be well, unless they were changed since', () => {
    const { unmount } = render(
      <ContrastList checks={[check({ passes: true })]} isOutdated={false} onTake={() => {}} />,
    );
    screen.getByText(/Every colour of the draft can be read/);
    unmount();
    render(<ContrastList checks={[]} isOutdated onTake={() => {}} />);
    screen.getByText(/Save the draft to see/);
  });
});

describe('a logo', () => {
  const PNG = new File([Uint8Array.of(137, 80, 78, 71)], 'logo.png', { type: 'image/png' });

  it('is taken from a file, as the graph takes it', async () => {
    const onChange = jest.fn<(wish: LogoWish) => void>();
    const { user, container } = render(
      <LogoInput value={undefined} onChange={onChange} present={null} />,
    );
    expect(screen.queryByRole('img')).toBeNull();
    await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, PNG);
    await waitFor(() =>
      expect(onChange.mock.calls).toEqual([
        [{ base64: 'iVBORw==', url: 'data:image/png;base64,iVBORw==' }],
      ]),
    );
  });

  it('is shown where there is one, and taken away by a button', async () => {
    const onChange = jest.fn<(wish: LogoWish) => void>();
    const { user, rerender } = render(
      <LogoInput value={undefined} onChange={onChange} present="/brand/old.png" />,
    );
    expect(screen.getByRole('img').getAttribute('src')).toBe('/brand/old.png');
    await user.click(screen.getByRole('button', { name: /Remove/ }));
    expect(onChange.mock.calls).toEqual([['none']]);
    rerender(<LogoInput value="none" onChange={onChange} present="/brand/old.png" />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});
