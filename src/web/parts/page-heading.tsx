/** The name of a page: its heading, the title of the window, and where the focus goes on arrival from another page. */
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { houseQuery } from './queries.ts';

/**
 * Whether the person has come here from another page of the house: then the new heading takes the focus and is read out.
 * On the first page the browser does that itself.
 */
export const Arrived = createContext(false);

interface Heading {
  /** The words of the window's title. */
  readonly title: string;
  readonly id?: string;
  readonly className?: string;
  /** What the heading shows, where that is more than the title. */
  readonly children?: ReactNode;
}

export function PageHeading({ title, id, className = '', children }: Heading) {
  const heading = useRef<HTMLHeadingElement>(null);
  const hasArrived = use(Arrived);
  useDocumentTitle(title);
  useEffect(() => {
    if (hasArrived) heading.current?.focus({ preventScroll: true });
  }, [hasArrived]);
  return (
    <h1 ref={heading} id={id} className={`arrival ${className}`} tabIndex={-1} dir="auto">
      {children ?? title}
    </h1>
  );
}

/** `Title · Attune`, with the sample named in it. */
function useDocumentTitle(title: string): void {
  const { data: house } = useQuery(houseQuery());
  const whole = `${title} · Attune${house?.kind === 'sample' ? ' (SAMPLE)' : ''}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
