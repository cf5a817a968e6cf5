import type { Action } from '@nexus/ui/actions/action';
import { useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProjectRightsDocument } from './project-rights.generated.js';

interface Rights {
  readonly canCreateProject: boolean;
}

const actions: readonly Action<Rights>[] = [
  {
    ...{ id: 'project.create', labelKey: 'project:actions.create', icon: Plus, shortcut: 'n' },
    isAllowed: ({ canCreateProject }) => canCreateProject,
    perform: async (_rights, { navigate }) => void navigate({ to: '/projects/new' }),
  },
];

/** Begins a project, by button, shortcut and palette, where the viewer may. */
export function NewProject() {
  const { t } = useTranslation('project');
  const { data } = useScreen(ProjectRightsDocument, {});
  const commands = useCommands(actions, data?.viewer ?? undefined);
  useOffer(commands);
  return commands.map(({ id, icon, run }) => (
    <Button key={id} variant="primary" icon={icon} onClick={run}>
      {t('actions.create')}
    </Button>
  ));
}
