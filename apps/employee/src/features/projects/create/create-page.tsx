import { Button } from '@nexus/ui/components/button';
import { Card } from '@nexus/ui/components/card';
import { PageHeader } from '@nexus/ui/components/page-header';
import { Stepper } from '@nexus/ui/components/stepper';
import { Form } from '@nexus/ui/forms/form';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { createKeys } from '@nexus/ui/graph/create-keys';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useViewer } from '@nexus/ui/session/viewer';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { BillingStep } from './billing-step.js';
import { createProject } from './create-project.js';
import { DatesStep } from './dates-step.js';
import { NameStep } from './name-step.js';
import { PeopleStep } from './people-step.js';
import { FIELDS, STEP_FIELDS, STEPS, type StepId, stepOf, type WizardValues } from './wizard.js';

/** Begins a project, step by step; nothing is kept before the last one. */
export function CreatePage() {
  const { t } = useTranslation('project');
  const graph = useClient();
  const navigate = useNavigate();
  const { user, tenant } = useViewer();
  const [step, setStep] = useState<StepId>('name');
  const keys = useRef(createKeys());
  const form = useForm<WizardValues>({
    defaultValues: {
      ...{ clientId: null, name: '', code: '', description: '', kind: 'TIME_AND_MATERIALS' },
      ...{ amount: null, cost: null, start: null, end: null, members: [] },
      managerId: { id: user.id, name: user.name },
    },
  });
  const serverErrors = useServerErrors(form, { fieldOf: FIELDS });
  usePageTitle(t('actions.create'));
  const currency = form.watch('clientId')?.currency ?? tenant?.currency ?? 'EUR';
  const place = STEPS.indexOf(step);
  const next = STEPS[place + 1];

  async function goOn() {
    if (next && (await form.trigger([...STEP_FIELDS[step]], { shouldFocus: true }))) setStep(next);
  }

  async function create(values: WizardValues) {
    if (next) return goOn();
    try {
      const { errors, projectId } = await createProject(graph, values, keys.current);
      if (projectId) {
        await navigate({ to: '/projects/$projectId', params: { projectId } });
        return;
      }
      const [first] = errors;
      if (first) setStep(stepOf(first.path) ?? step);
      // The fields of that step must be there to take them.
      requestAnimationFrame(() => serverErrors.place({ errors }));
    } catch (error) {
      const { message, requestId } = describeFault(error);
      serverErrors.place({ errors: [{ message: [message, requestId].filter(Boolean).join(' ') }] });
    }
  }

  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('actions.create')} />
      <div className="pb-4">
        <Stepper
          label={t('wizard.label')}
          steps={STEPS.map((id) => ({ id, title: t(`wizard.${id}`) }))}
          currentId={step}
          onBack={(id) => setStep(STEPS.find((known) => known === id) ?? step)}
        />
      </div>
      <Card>
        <Form form={form} serverErrors={serverErrors} onSubmit={create}>
          {step === 'name' && <NameStep />}
          {step === 'billing' && <BillingStep currency={currency} kind={form.watch('kind')} />}
          {step === 'dates' && <DatesStep />}
          {step === 'people' && <PeopleStep />}
          <div className="flex justify-end gap-2 border-t border-line pt-4">
            {place > 0 && (
              <Button variant="ghost" onClick={() => setStep(STEPS[place - 1] ?? step)}>
                {t('wizard.back')}
              </Button>
            )}
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting}>
              {t(next ? 'wizard.next' : 'wizard.create')}
            </Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
