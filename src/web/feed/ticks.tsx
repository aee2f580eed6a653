/** Boxes to tick with their counts: those that are ticked and the most frequent are in sight, the others are found by a word. */
import { useId, useState } from 'react';
import { number } from '../parts/words.ts';
import { TickBox } from './tick-box.tsx';

export interface Tick {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly isOn: boolean;
}

interface TicksOf {
  readonly legend: string;
  readonly hint?: string;
  readonly ticks: readonly Tick[];
  readonly onTick: (value: string, on: boolean) => void;
}

const IN_SIGHT = 6;
/** From so many on, a word to look for is quicker than the eye. */
const MANY = 15;

export function Ticks({ legend, hint, ticks, onTick }: TicksOf) {
  const [isWhole, setIsWhole] = useState(false);
  const [typed, setTyped] = useState('');
  const word = useId();
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = isWhole
    ? ticks.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).slice(0, 100)
    : ticks.filter(({ isOn }, at) => isOn || at < IN_SIGHT);
  if (ticks.length === 0) return null;
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {isWhole && ticks.length > MANY && (
        <p className="ticks-word">
          <label htmlFor={word}>With this word in it</label>
          <input id={word} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        </p>
      )}
      <ul className={isWhole ? 'ticks-all' : undefined} {...(isWhole && { tabIndex: 0, 'aria-label': legend })}>
        {shown.map(({ value, name, count, isOn }) => (
          <li key={value}>
            <TickBox className="tick" isOn={isOn} onPress={(on) => onTick(value, on)}>
              <span dir="auto">{name}</span>
              <span className="n num">{number(count)}</span>
            </TickBox>
          </li>
        ))}
      </ul>
      {isWhole && shown.length === 0 && <p className="hint">None has this word.</p>}
      {ticks.length > IN_SIGHT && (
        <button type="button" className="btn-link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${number(ticks.length)}`}
          <span className="sr">: {legend}</span>
        </button>
      )}
    </fieldset>
  );
}
