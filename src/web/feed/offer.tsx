/** Topics, specialties and journals to choose from: what is often chosen at first, what was looked for afterwards. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InterestChoice } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { number } from '../parts/words.ts';
import { isSame, MOST } from './interest.ts';
import { useSettled } from '../parts/settled.ts';
import { COUNTS, kindInWords } from './interest-words.ts';
import { choicesQuery } from './queries.ts';

interface OfferOf {
  readonly chosen: readonly InterestChoice[];
  readonly onPress: (one: InterestChoice) => void;
}

export function Offer({ chosen, onPress }: OfferOf) {
  const [typed, setTyped] = useState('');
  const word = typed.trim();
  const [q] = useSettled(word, word, 200);
  const { data, error, isPlaceholderData, refetch } = useQuery(choicesQuery(q));
  const choices = data?.choices ?? [];
  const isFull = chosen.length >= MOST;
  return (
    <section className="step" aria-labelledby="find">
      <h2 id="find">
        <label htmlFor="topic">Find a topic, specialty or journal</label>
      </h2>
      <input
        className="input"
        id="topic"
        type="search"
        value={typed}
        maxLength={200}
        placeholder="For example delirium"
        autoComplete="off"
        aria-describedby="counts"
        onChange={({ target }) => setTyped(target.value)}
      />
      {error && <Failure error={error} kept="What you chose still stands here." onRetry={() => void refetch()} />}
      <div className="offer" role="group" aria-label={groupName(q, isPlaceholderData)} aria-busy={isPlaceholderData}>
        {choices.map((one) => {
          const isChosen = chosen.some((other) => isSame(one, other));
          const kind = kindInWords(one);
          return (
            <button
              key={`${one.kind} ${one.value}`}
              type="button"
              aria-pressed={isChosen}
              aria-disabled={(isFull && !isChosen) || undefined}
              onClick={() => onPress(one)}
            >
              <span dir="auto">{one.name}</span>
              {kind !== undefined && <span className="n">{kind}</span>}
              <span className="n num">{number(one.count)}</span>
            </button>
          );
        })}
      </div>
      <p className="hint" role="status">
        {data && choices.length === 0 && !isPlaceholderData && nothing(q, data.isPreparing)}
        {isFull && `${MOST} is as many as can be. Take one out to add another.`}
      </p>
      <p className="hint" id="counts">
        {COUNTS[data?.counted ?? 'month']}
      </p>
    </section>
  );
}

function nothing(q: string, isPreparing: boolean): string {
  if (isPreparing) return 'The library is still being read. More to choose from comes in a moment.';
  return q === ''
    ? 'This library has nothing to choose from yet.'
    : `This library has no topic, specialty or journal like “${q}”. Try another word.`;
}

function groupName(q: string, isOld: boolean): string {
  if (isOld) return `Looking for ${q}`;
  return q === '' ? 'Often found in this library' : `Found for ${q}`;
}
