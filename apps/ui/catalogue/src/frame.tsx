import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { addressOf, type Settings } from './settings.js';
import { STORIES } from './stories.js';

interface FrameProps {
  readonly settings: Settings;
  readonly children: ReactNode;
}

const CHOICES = {
  theme: ['dark', 'light', 'system'],
  contrast: ['system', 'standard', 'more'],
  density: ['comfortable', 'compact'],
  language: ['en', 'de', 'pseudo'],
} as const;

/** The list of stories, and the ways to look at them. */
export function Frame({ settings, children }: FrameProps) {
  return (
    <div className="grid min-h-dvh sm:grid-cols-[12rem_1fr]">
      <nav aria-label="Stories" className="border-r border-line p-3">
        <ul className="columns-2 sm:columns-1">
          {[...STORIES.keys()].map((name) => (
            <li key={name}>
              <a
                href={addressOf(settings, { story: name })}
                aria-current={name === settings.story ? 'page' : undefined}
                className="block rounded-medium px-2 py-1 text-muted hover:bg-hover hover:text-text aria-[current]:bg-selected aria-[current]:text-text"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">
        <div className="flex flex-wrap gap-x-6 gap-y-1 border-b border-line px-4 py-2 text-small sm:px-8">
          {Object.entries(CHOICES).map(([kind, values]) => (
            <span key={kind} className="flex gap-2">
              {values.map((value) => (
                <a
                  key={value}
                  href={addressOf(settings, { [kind]: value })}
                  className={clsx(
                    'min-h-6',
                    value === settings[kind as keyof typeof CHOICES] ? 'text-accent' : 'text-muted',
                  )}
                >
                  {value}
                </a>
              ))}
            </span>
          ))}
        </div>
        {children}
      </div>
    </div>
  );
}
