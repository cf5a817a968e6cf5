import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Form } from '@nexus/ui/forms/form';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { BrandFields } from './brand-fields.js';
import { BrandPreview } from './brand-preview.js';
import { type BrandWish, inputOf, urlOf, wishOf } from './branding-form.js';
import { BrandingPublishDocument } from './branding-publish.generated.js';
import { BrandingSaveDocument } from './branding-save.generated.js';
import { ContrastList } from './contrast-list.js';
import type { TenantBrandingFragment } from './tenant-branding.generated.js';

interface BrandingEditorProps {
  readonly tenant: TenantBrandingFragment;
  /** Somebody was faster: what they made is asked for. */
  readonly onStale: () => void;
}

/** The draft beside what it would look like; nobody else sees it before it is published. */
export function BrandingEditor({ tenant, onStale }: BrandingEditorProps) {
  const { t } = useTranslation('branding');
  const graph = useClient();
  const draft = tenant.brandingDraft ?? tenant.branding;
  const form = useForm<BrandWish>({ defaultValues: wishOf(draft) });
  const serverErrors = useServerErrors(form, { fieldOf: FIELDS });
  const wish = useWatch({ control: form.control }) as BrandWish;
  useEffect(() => form.reset(wishOf(draft), { keepDirtyValues: true }), [form, draft]);

  /** The version that was written, or undefined where it was refused. */
  const save = async (values: BrandWish): Promise<number | undefined> => {
    const input = inputOf(values, tenant.brandingVersion);
    const { brandingSave } = await mutate(graph, BrandingSaveDocument, { input });
    if (brandingSave.errors.some(({ code }) => code === 'STALE_VERSION')) onStale();
    if (!serverErrors.place(brandingSave) || !brandingSave.tenant) return undefined;
    form.reset(wishOf(brandingSave.tenant.brandingDraft ?? brandingSave.tenant.branding));
    return brandingSave.tenant.brandingVersion;
  };
  const publish = async (values: BrandWish) => {
    const version = form.formState.isDirty ? await save(values) : tenant.brandingVersion;
    if (version === undefined) return;
    const { brandingPublish } = await mutate(graph, BrandingPublishDocument, {
      input: { expectedVersion: version },
    });
    if (!serverErrors.place(brandingPublish)) return;
    say({ title: t('done'), description: t('doneHint'), tone: 'success' });
  };
  const { isDirty, isSubmitting } = form.formState;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Form form={form} serverErrors={serverErrors} onSubmit={async (v) => void (await save(v))}>
        <BrandFields tenant={tenant} draft={draft} />
        <ContrastList
          checks={draft.contrast}
          isOutdated={isDirty}
          onTake={(name, color) => form.setValue(name, color, { shouldDirty: true })}
        />
        {tenant.viewerCanEditBranding && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={!isDirty} isBusy={isSubmitting}>
              {t('save')}
            </Button>
            <Button
              variant="primary"
              isBusy={isSubmitting}
              onClick={() => void form.handleSubmit(publish)()}
            >
              {t('publish')}
            </Button>
          </div>
        )}
      </Form>
      <div className="self-start lg:sticky lg:top-18">
        <BrandPreview
          name={wish.displayName || tenant.name}
          colors={wish}
          logoUrl={urlOf(wish.logo, draft.logoUrl)}
          darkLogoUrl={urlOf(wish.darkLogo, draft.darkLogoUrl)}
        />
      </div>
    </div>
  );
}

const FIELDS = {
  'colors.primary': 'primary',
  'colors.accent': 'accent',
  'colors.surface': 'surface',
  'colors.text': 'text',
};
