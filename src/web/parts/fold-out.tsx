/** A button and the panel it opens. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { Panel } from './panel.tsx';

interface FoldsOut {
  readonly words: ReactNode;
  /** What the panel is called. */
  readonly name: string;
  readonly icon?: IconName;
  readonly look?: string;
  readonly atEnd?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

export function FoldOut({ words, name, icon, look = 'btn', atEnd = false, children }: FoldsOut) {
  const [opened, setOpened] = useState<'pointer' | 'key'>();
  const close = () => setOpened(undefined);
  return (
    <div className="with-panel">
      <button
        type="button"
        className={look}
        aria-expanded={opened !== undefined}
        onClick={({ detail }) => setOpened(opened === undefined ? (detail === 0 ? 'key' : 'pointer') : undefined)}
      >
        {icon && <Icon name={icon} />}
        {words}
      </button>
      {opened && (
        <Panel name={name} onClose={close} takesFocus={opened === 'key'} atEnd={atEnd}>
          {children(close)}
        </Panel>
      )}
    </div>
  );
}
