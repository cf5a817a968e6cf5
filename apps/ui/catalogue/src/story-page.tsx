import { clsx } from 'clsx';
import type { Story } from './story.js';

/** All states of one component, each under its name. */
export function StoryPage({ story }: { readonly story: Story }) {
  return (
    <main className="grid gap-6 p-4 sm:p-8">
      <h1 className="text-title font-semibold">{story.title}</h1>
      <div className="grid gap-6 lg:grid-cols-2">
        {story.states.map(({ name, Show, isWide }) => (
          <section key={name} className={clsx('min-w-0', isWide && 'lg:col-span-2')}>
            <h2 className="pb-2 text-small text-muted">{name}</h2>
            <div className="rounded-large border border-line bg-surface p-4">
              <Show />
            </div>
          </section>
        ))}
      </div>
    </main>
  );
}
