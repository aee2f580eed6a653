/** Where more than one paper fits a reference: which is meant, chosen in the row itself, and changed there too. */
import { useEffect, useId, useRef, useState } from 'react';
import type { FoundPaper } from '#api/index.ts';
import { NoticeSigns } from '../parts/notices.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { inWords } from './check-words.ts';
import type { Judged } from './judged.ts';

interface Choice {
  readonly reference: Judged;
  /** @param id empty where none of them is meant. */
  readonly onChoose: (id: string) => void;
}

export function Chooser({ reference: { row, paper, isChosen }, onChoose }: Choice) {
  const [isOpen, setIsOpen] = useState(false);
  const [times, setTimes] = useState(0);
  const toggle = useRef<HTMLButtonElement>(null);
  const list = useId();
  useEffect(() => {
    // The row may have moved to another place of the list: whoever chose goes with it.
    if (times > 0) toggle.current?.focus();
  }, [times]);
  const choose = (id: string) => {
    setIsOpen(false);
    setTimes(times + 1);
    onChoose(id);
  };
  return (
    <>
      <p className="t-1">
        {isChosen ? 'As you chose.' : offered(row.options.length)}{' '}
        <button
          ref={toggle}
          className="in-line"
          type="button"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isChosen ? 'Choose another' : row.options.length === 1 ? 'Look at it' : 'Choose one'}
          <span className="sr"> for {row.text}</span>
        </button>
      </p>
      <ul className="hits" id={list} hidden={!isOpen} aria-label="Papers that fit">
        {isOpen && (
          <>
            {row.options.map((option) => (
              <li key={option.id}>
                <button type="button" aria-pressed={paper?.id === option.id} onClick={() => choose(option.id)}>
                  <Option option={option} />
                </button>
              </li>
            ))}
            <li>
              <button type="button" aria-pressed={isChosen && paper === undefined} onClick={() => choose('')}>
                {row.options.length === 1 ? 'Not this one' : 'None of these'}
              </button>
            </li>
          </>
        )}
      </ul>
    </>
  );
}

function offered(count: number): string {
  if (count === 1) return 'One paper may be meant.';
  const words = inWords(count);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} papers fit.`;
}

function Option({ option }: { option: FoundPaper }) {
  const { title, authors, journal, dateInWords, notices } = option;
  return (
    <>
      <span className="row-title" dir="auto">
        <RichText text={title} />
      </span>
      <span className="t-1 quiet">{[authors, journal, dateInWords].filter(Boolean).join(' · ')}</span>
      {notices.length > 0 && (
        <span className="t-1 notices">
          <NoticeSigns notices={notices} />
        </span>
      )}
    </>
  );
}
