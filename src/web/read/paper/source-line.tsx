/** The one line that a printed paper says about itself: where it stands, under which numbers, at which address, printed when. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Paper } from '#model/index.ts';
import { civilDay } from '../../parts/words.ts';
import { identifierWords } from './numbers.tsx';

export function SourceLine({ paper }: { paper: Paper }) {
  const printed = useDayOfPrint();
  const { journal, book } = paper;
  const place = journal?.title ?? journal?.medlineName ?? journal?.abbreviation ?? book?.publisher;
  const parts = [place, ...identifierWords(paper), location.origin + location.pathname, `printed ${printed}`];
  return <p className="print-only source">{parts.filter((part) => part !== undefined && part !== '').join(' · ')}</p>;
}

/** A page may stay open for days: the day is looked up when it is printed. */
function useDayOfPrint(): string {
  const [day, setDay] = useState(() => civilDay(new Date()));
  useEffect(() => {
    const onPrint = () => flushSync(() => setDay(civilDay(new Date())));
    window.addEventListener('beforeprint', onPrint);
    return () => window.removeEventListener('beforeprint', onPrint);
  }, []);
  return day;
}
