/** A box that shows a press at once. What is kept follows a moment later, and until then React would show the box as it was. */
import { useState } from 'react';
import type { ReactNode } from 'react';

interface Box {
  readonly className: string;
  readonly isOn: boolean;
  readonly onPress: (on: boolean) => void;
  readonly children: ReactNode;
}

export function TickBox({ className, isOn, onPress, children }: Box) {
  // A press counts until what is kept changes, and never again: what could not be kept is shown as it is.
  const [press, setPress] = useState<{ readonly from: boolean; readonly to: boolean }>();
  if (press !== undefined && press.from !== isOn) setPress(undefined);
  const shown = press?.from === isOn ? press.to : isOn;
  return (
    <label className={className}>
      <input
        type="checkbox"
        checked={shown}
        onChange={() => {
          setPress({ from: isOn, to: !shown });
          onPress(!shown);
        }}
      />
      {children}
    </label>
  );
}
