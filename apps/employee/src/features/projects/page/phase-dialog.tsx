import { Notice } from '@nexus/ui/components/notice';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Select } from '@nexus/ui/forms/select';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { PHASES } from '../project-search.js';
import { ProjectChangePhaseDocument } from './project-change-phase.generated.js';
import type { ProjectPhase } from './project-detail.generated.js';
import type { ProjectDialogProps } from './project-dialog.js';

interface Values {
  to: ProjectPhase;
  reason: string;
  overrideReason: string;
}

/** Moves a project on, or back; through a gate that is not met only with a reason. */
export function PhaseDialog({ project, onClose }: ProjectDialogProps) {
  const { t } = useTranslation(['project', 'projects']);
  const graph = useClient();
  const { gate, phase, viewerCanPassGate } = project;
  const isBarred = gate !== null && !gate.isMet;
  return (
    <FormDialog<Values>
      title={t('actions.phase')}
      submitLabel={t('phase.submit')}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ to: gate?.to ?? phase, reason: '', overrideReason: '' }}
      onClose={onClose}
      onSubmit={async ({ to, reason, overrideReason }) => {
        const { projectChangePhase } = await mutate(graph, ProjectChangePhaseDocument, {
          input: {
            ...{ id: project.id, to },
            ...(reason.trim() && { reason: reason.trim() }),
            ...(overrideReason.trim() && { overrideReason: overrideReason.trim() }),
          },
        });
        return projectChangePhase;
      }}
    >
      {isBarred && <Notice tone="warning">{t('phase.barred')}</Notice>}
      <FormField<Values, 'to'> name="to" label={t('phase.to')}>
        {(field) => (
          <Select
            {...field}
            options={PHASES.filter((known) => known !== 'CANCELLED').map((value) => ({
              ...{ value, label: t(`projects:phase.${value}`), isDisabled: value === phase },
            }))}
          />
        )}
      </FormField>
      <FormField<Values, 'reason'> name="reason" label={t('reason')} hint={t('phase.reasonHint')}>
        {(field) => <Textarea {...field} rows={2} />}
      </FormField>
      {isBarred && viewerCanPassGate && (
        <FormField<Values, 'overrideReason'>
          name="overrideReason"
          label={t('phase.override')}
          hint={t('phase.overrideHint')}
        >
          {(field) => <Textarea {...field} rows={2} />}
        </FormField>
      )}
    </FormDialog>
  );
}
