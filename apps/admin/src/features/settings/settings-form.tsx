import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { Form } from '@nexus/ui/forms/form';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { SettingField } from './setting-field.js';
import { changesIn, placeAtSettings, type SettingValues, valuesOf } from './setting-form.js';
import { SettingsUpdateDocument } from './settings-update.generated.js';
import type { TenantSettingsFragment } from './tenant-settings.generated.js';

interface SettingsFormProps {
  readonly tenant: TenantSettingsFragment;
  /** Somebody was faster: what they chose is asked for. */
  readonly onStale: () => void;
}

/** Every setting there is, in groups, made of the definitions that the graph gives. */
export function SettingsForm({ tenant, onStale }: SettingsFormProps) {
  const { t } = useTranslation('settings');
  const graph = useClient();
  const { settings, settingsVersion, viewerCanEditSettings } = tenant;
  const form = useForm<SettingValues>({ defaultValues: valuesOf(settings) });
  const serverErrors = useServerErrors(form);
  // What somebody else changes appears; what is being changed here stays.
  useEffect(() => form.reset(valuesOf(settings), { keepDirtyValues: true }), [form, settings]);
  const submit = async (values: SettingValues) => {
    const changes = changesIn(settings, values);
    const { settingsUpdate } = await mutate(graph, SettingsUpdateDocument, {
      input: { changes, expectedVersion: settingsVersion },
    });
    const { errors } = settingsUpdate;
    if (errors.some(({ code }) => code === 'STALE_VERSION')) onStale();
    if (!serverErrors.place({ errors: placeAtSettings(errors, changes) })) return;
    form.reset(values);
    say({ title: t('done'), tone: 'success' });
  };
  const groups = [...new Set(settings.map(({ group }) => group))];
  return (
    <Form
      form={form}
      serverErrors={serverErrors}
      onSubmit={submit}
      className="grid max-w-3xl gap-4"
    >
      {groups.map((group) => (
        <Section
          key={group}
          title={t(`groups.${group}.title`)}
          description={t(`groups.${group}.hint`)}
        >
          <div className="grid gap-4">
            {settings
              .filter((setting) => setting.group === group)
              .map((setting) => (
                <SettingField key={setting.key} setting={setting} />
              ))}
          </div>
        </Section>
      ))}
      {viewerCanEditSettings && (
        <div className="sticky bottom-0 flex flex-wrap gap-2 border-t border-line bg-canvas py-3">
          <Button
            type="submit"
            variant="primary"
            disabled={!form.formState.isDirty}
            isBusy={form.formState.isSubmitting}
          >
            {t('submit')}
          </Button>
          <Button
            variant="ghost"
            disabled={!form.formState.isDirty}
            onClick={() => form.reset(valuesOf(settings))}
          >
            {t('discard')}
          </Button>
        </div>
      )}
    </Form>
  );
}
