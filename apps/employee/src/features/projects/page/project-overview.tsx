import { ProjectActivity } from './project-activity.js';
import { ProjectBurnSection } from './project-burn-section.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectFigures } from './project-figures.js';
import { ProjectMembers } from './project-members.js';
import { ProjectMilestones } from './project-milestones.js';
import { ProjectProfit } from './project-profit.js';

/** How a project stands; money only for whoever may see it. */
export function ProjectOverview({ project }: { readonly project: ProjectDetailFragment }) {
  return (
    <div className="grid gap-4">
      <ProjectFigures project={project} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-4">
          {project.viewerCanSeeFinance && (
            <>
              <ProjectBurnSection project={project} />
              <ProjectProfit project={project} />
            </>
          )}
          {project.viewerCanSeeInside && <ProjectActivity project={project} />}
        </div>
        <div className="grid min-w-0 content-start gap-4">
          <ProjectMilestones project={project} />
          {project.viewerCanSeeInside && <ProjectMembers project={project} />}
        </div>
      </div>
    </div>
  );
}
