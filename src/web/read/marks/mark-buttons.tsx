/** Like, less and save, as they stand under every paper: the press is done at once, whatever there is to say about it comes after. */
import { useState } from 'react';
import type { Mark } from '#api/index.ts';
import { Icon } from '../../parts/icon.tsx';
import type { IconName } from '../../parts/icon.tsx';
import type { SingleKey } from '../../parts/key-map.ts';
import { Panel } from '../../parts/panel.tsx';
import { useShortcut } from '../../parts/single-keys.tsx';
import { isOn } from './mark.ts';
import { LessPanel } from './less-panel.tsx';
import type { PaperMarks } from './use-marks.ts';

export function MarkButtons({ marks }: { marks: PaperMarks }) {
  const { mark, toggle } = marks;
  return (
    <>
      <Act name="like" letter="l" isOn={isOn(mark, 'like')} onPress={() => toggle('like')}>
        Like
      </Act>
      <Less marks={marks} />
      <Act name="save" letter="s" isOn={isOn(mark, 'save')} onPress={() => toggle('save')}>
        Save
      </Act>
      <KeyAlone letter="r" onPress={() => toggle('read')}>
        Read
      </KeyAlone>
      <KeyAlone letter="x" onPress={() => toggle('hide')}>
        Not again
      </KeyAlone>
    </>
  );
}

function Less({ marks }: { marks: PaperMarks }) {
  const { mark, toggle } = marks;
  const [asks, setAsks] = useState<{ before: Mark; byKey: boolean }>();
  const close = () => setAsks(undefined);
  return (
    <div className="with-panel">
      <Act
        name="less"
        letter="d"
        isOn={isOn(mark, 'less')}
        onPress={(byKey) => setAsks(toggle('less') ? { before: mark, byKey } : undefined)}
      >
        Less
      </Act>
      {asks && isOn(mark, 'less') && (
        <Panel name="Less like this" onClose={close} takesFocus={asks.byKey}>
          <LessPanel marks={marks} before={asks.before} onDone={close} />
        </Panel>
      )}
    </div>
  );
}

interface ActOf {
  readonly name: IconName;
  readonly letter: SingleKey;
  /** Its name does not change when it is pressed: only this does, and how it is filled. */
  readonly isOn: boolean;
  readonly onPress: (byKey: boolean) => void;
  readonly children: string;
}

export function Act({ name, letter, isOn: isPressed, onPress, children }: ActOf) {
  const shortcut = useShortcut(letter);
  return (
    <button
      type="button"
      className={`act of-${name}`}
      aria-pressed={isPressed}
      {...shortcut}
      onClick={({ detail }) => onPress(detail === 0)}
    >
      <Icon name={name} />
      {children}
    </button>
  );
}

/** What has a key but, to keep the row short, no button of its own: it stands inside Less. */
export function KeyAlone({ letter, onPress, children }: Pick<ActOf, 'letter' | 'children'> & { onPress: () => void }) {
  return (
    <button type="button" hidden data-key={letter} onClick={onPress}>
      {children}
    </button>
  );
}
