import { ReasonDialog } from '@nexus/ui/forms/reason-dialog';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ProjectCancelDocument } from './project-cancel.generated.js';
import type { ProjectDialogProps } from './project-dialog.js';
import { ProjectHoldDocument } from './project-hold.generated.js';
import { ProjectReopenDocument } from './project-reopen.generated.js';

interface ProjectReasonDialogProps extends ProjectDialogProps {
  readonly question: 'hold' | 'cancel' | 'reopen';
}

/** Asks why a project stops, ends or begins again. */
export function ProjectReasonDialog({ project, question, onClose }: ProjectReasonDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  const send = async (reason: string) => {
    const input = { id: project.id, reason };
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
    <ReasonDialog
      isDangerous={question === 'cancel'}
      title={t(`${question}.title`, { project: project.name })}
      description={t(`${question}.description`)}
      label={t('reason')}
      submitLabel={t(`actions.${question}`)}
      cancelLabel={t('cancelDialog')}
      onReason={send}
      onClose={onClose}
    />
  );
}
