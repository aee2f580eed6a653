/** The box for words or a whole strategy. Enter searches, Shift and Enter begin a new line. */
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { changed } from '../../parts/search-state.ts';
import type { SearchState } from '../../parts/search-state.ts';
import { TROUBLE } from './trouble.tsx';

interface Box {
  readonly state: SearchState;
  /** Whether what stands in the box could not be read. */
  readonly isWrong: boolean;
  /** The answer lets one wait. */
  readonly isSlow: boolean;
  /** Something else on the page comes before searching: its button is the filled one. */
  readonly isSecond: boolean;
  /** The same words were sent again: the answer is asked for anew. */
  readonly onSame: () => void;
}

export function SearchBox({ state, isWrong, isSlow, isSecond, onSame }: Box) {
  const box = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();
  const isAsked = useLocation({ select: (location) => location.state.forBox === true });
  const inAddress = state.q ?? '';
  useEffect(() => {
    // The address may change under the box: a step back, an example, another house.
    if (box.current && box.current.value.trim() !== inAddress) box.current.value = inAddress;
  }, [inAddress]);
  useEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);

  const search = () => {
    const q = box.current?.value.trim() ?? '';
    if (q === inAddress) return q === '' ? box.current?.focus() : onSame();
    // Filters are kept: they stand under the box, each with a way to take it off.
    void navigate({ to: '/search', search: q === '' ? {} : changed(state, { q }) });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    search();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    search();
  };
  return (
    <form className="ask" role="search" action="/search" onSubmit={onSubmit}>
      <label className="sr" htmlFor="q">
        Search papers, in words or as a PubMed strategy
      </label>
      <div className="ask-box">
        <textarea
          ref={box}
          id="q"
          name="q"
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          enterKeyHint="search"
          placeholder="Words, a phrase in quotes, or a PubMed strategy"
          defaultValue={inAddress}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? TROUBLE : undefined}
          onKeyDown={onKeyDown}
        />
        <div className="ask-foot">
          <span className="waiting" role="status">
            {isSlow && 'Searching…'}
          </span>
          <button className={isSecond ? 'btn' : 'btn btn-main'} type="submit">
            <Icon name="search" />
            Search
          </button>
        </div>
      </div>
    </form>
  );
}
