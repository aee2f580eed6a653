/** A box that shows a press at once. What is kept follows a moment later, and until then React would show the box as it was. */
import { useEffect, useState } from 'react';

export function TickBox({ isOn, onPress }: { isOn: boolean; onPress: (on: boolean) => void }) {
  const [pressed, setPressed] = useState<boolean>();
  useEffect(() => setPressed(undefined), [isOn]);
  const shown = pressed ?? isOn;
  return (
    <input
      type="checkbox"
      checked={shown}
      onChange={() => {
        setPressed(!shown);
        onPress(!shown);
      }}
    />
  );
}
