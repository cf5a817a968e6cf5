import { Badge, type Tone } from '@nexus/ui/components/badge';
import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { healthOf, type ProjectHealth } from './project-health.js';
import type { ProjectRowFragment } from './project-row.generated.js';

const TONES: Record<ProjectHealth, Tone> = {
  ended: 'neutral',
  'on-hold': 'neutral',
  'over-budget': 'danger',
  late: 'danger',
  'near-budget': 'warning',
  'on-track': 'success',
};

/** One project of the list. */
export function ProjectLine({ project }: { readonly project: ProjectRowFragment }) {
  const { t } = useTranslation('projects');
  const { day, share } = useFormat();
  const { timeZone } = useRegion();
  const { code, name, client, phase, progress, end, manager } = project;
  const health = healthOf(project, todayIn(timeZone));
  return (
    <tr className="h-row">
      <th scope="row" className="min-w-56 px-4 py-2 font-medium">
        {name} <span className="text-small font-normal text-muted">{code}</span>
      </th>
      <td className="min-w-40 px-4 py-2">{client?.name}</td>
      <td className="px-4 py-2 whitespace-nowrap">{t(`phase.${phase}`)}</td>
      <td className="px-4 py-2 whitespace-nowrap">
        <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>
      </td>
      <td className="tabular px-4 py-2 text-right">{share(progress)}</td>
      <td className="tabular px-4 py-2 whitespace-nowrap">{end && day(end)}</td>
      <td className="px-4 py-2 whitespace-nowrap">{manager?.name}</td>
    </tr>
  );
}
