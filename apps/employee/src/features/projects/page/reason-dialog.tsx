import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ProjectCancelDocument } from './project-cancel.generated.js';
import type { ProjectDialogProps } from './project-dialog.js';
import { ProjectHoldDocument } from './project-hold.generated.js';
import { ProjectReopenDocument } from './project-reopen.generated.js';

interface Values {
  reason: string;
}

interface ReasonDialogProps extends ProjectDialogProps {
  readonly question: 'hold' | 'cancel' | 'reopen';
}

/** Asks why a project stops, ends or begins again. */
export function ReasonDialog({ project, question, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  const send = async ({ reason }: Values) => {
    const input = { id: project.id, reason: reason.trim() };
    switch (question) {
      case 'hold':
        return (await mutate(graph, ProjectHoldDocument, { input })).projectHold;
      case 'cancel':
        return (await mutate(graph, ProjectCancelDocument, { input })).projectCancel;
      case 'reopen':
        return (await mutate(graph, ProjectReopenDocument, { input })).projectReopen;
      default:
        return question satisfies never;
    }
  };
  return (
    <FormDialog<Values>
      isDangerous={question === 'cancel'}
      title={t(`${question}.title`, { project: project.name })}
      description={t(`${question}.description`)}
      submitLabel={t(`actions.${question}`)}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ reason: '' }}
      onClose={onClose}
      onSubmit={send}
    >
      <FormField<Values, 'reason'> name="reason" label={t('reason')} isRequired>
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
