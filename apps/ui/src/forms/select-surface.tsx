import { Check } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { RefObject } from 'react';
import { StandIn } from '../components/stand-in.js';
import type { SelectOption } from './select.js';

export interface SelectSurfaceProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onClose: () => void;
  readonly options: readonly SelectOption<string>[];
}

/** The open list of a select. */
export function SelectSurface({ trigger, value, onChange, onClose, options }: SelectSurfaceProps) {
  return (
    <Radix.Root open value={value} onValueChange={onChange} onOpenChange={onClose}>
      <Radix.Trigger asChild>
        <StandIn of={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[calc(100vw-16px)] animate-rise overflow-hidden rounded-large border border-line bg-raised shadow-raised"
        >
          <Radix.Viewport className="p-1">
            {options.map(({ value: option, label: text, icon: Icon, isDisabled }) => (
              <Radix.Item
                key={option}
                value={option}
                disabled={isDisabled ?? false}
                className="flex min-h-control-small cursor-default items-center gap-2 rounded-medium px-2 py-1 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-selected"
              >
                {Icon && <Icon aria-hidden className="shrink-0 text-muted" size={16} />}
                <Radix.ItemText>{text}</Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto text-accent">
                  <Check aria-hidden size={16} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
