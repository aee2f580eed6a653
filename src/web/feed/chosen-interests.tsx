/** What is chosen so far, each to be taken out again, and how many more are asked for. */
import { useRef } from 'react';
import type { ChoicesAnswer, InterestChoice } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { FIRST } from './interest.ts';
import { capitalised, counted } from './today-words.ts';
import { newOnes } from './interest-words.ts';

interface ChosenOf {
  readonly chosen: readonly InterestChoice[];
  readonly counted: ChoicesAnswer['counted'];
  readonly onTakeOut: (one: InterestChoice) => void;
}

export function Chosen({ chosen, counted: of, onTakeOut }: ChosenOf) {
  const heading = useRef<HTMLHeadingElement>(null);
  const missing = FIRST - chosen.length;
  return (
    <section className="step" aria-labelledby="have">
      <h2 id="have" className="arrival" ref={heading} tabIndex={-1}>
        {chosen.length <= FIRST ? 'Your three' : `Your ${counted(chosen.length)}`}
      </h2>
      <ol className="slots">
        {chosen.map((one) => (
          <li key={`${one.kind} ${one.value}`} className="slot-line">
            <span dir="auto">{one.name}</span>
            <span className="n num">{newOnes(one, of)}</span>
            <button
              className="icon-btn"
              type="button"
              aria-label={`Take out ${one.name}`}
              onClick={() => {
                onTakeOut(one);
                heading.current?.focus();
              }}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
        {missing > 0 && (
          <li className="slot-line slot-void">
            <span>{missing === 1 ? 'One more' : `${capitalised(counted(missing))} to pick`}</span>
          </li>
        )}
      </ol>
    </section>
  );
}
