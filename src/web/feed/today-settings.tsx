/** How many papers Today has, and whether it learns. */
import { useId } from 'react';
import { counted } from './today-words.ts';
import { TickBox } from './tick-box.tsx';
import { useFeedSettings } from './use-profile.ts';

const MOST = 12;

export function HowMany({ places }: { places: number }) {
  const change = useFeedSettings();
  const name = useId();
  return (
    <p className="setting">
      <label htmlFor={name}>Papers in Today, at most</label>
      <select
        id={name}
        value={places}
        onChange={({ target }) => {
          const wanted = Number(target.value);
          change({ places: wanted }, `At most ${counted(wanted)} ${wanted === 1 ? 'paper' : 'papers'} a day`, {
            places,
          });
        }}
      >
        {Array.from({ length: MOST }, (_, at) => (
          <option key={at} value={at + 1}>
            {at + 1}
          </option>
        ))}
      </select>
    </p>
  );
}

export function Pause({ isPaused }: { isPaused: boolean }) {
  const change = useFeedSettings();
  return (
    <div className="setting">
      <TickBox
        className="switch"
        isOn={!isPaused}
        onPress={(on) => change({ isPaused: !on }, on ? 'Learning goes on' : 'Learning is paused', { isPaused })}
      >
        <span>
          Learn from what I press
          <span className="hint">Where it is off, your likes are kept and change nothing here.</span>
        </span>
      </TickBox>
    </div>
  );
}
