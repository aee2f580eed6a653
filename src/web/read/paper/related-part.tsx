/** Papers related to the one that is read. Asked for when the reader comes near them, so that they never hold up the paper itself. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { PaperView } from '#api/index.ts';

const RelatedList = lazy(async () => ({ default: (await import('./related-list.tsx')).RelatedList }));

/** How far below the window the part may be when it is asked for: about what a reader scrolls while the answer comes. */
const NEAR = '600px';

export function RelatedPart({ view }: { view: PaperView }) {
  const section = useRef<HTMLElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (section.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(section.current);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={section} className="sect no-print" aria-labelledby="alike">
      <h2 id="alike">Related papers</h2>
      {isNear ? (
        <Suspense fallback={<div className="alike-room" />}>
          <RelatedList view={view} />
        </Suspense>
      ) : (
        <div className="alike-room" />
      )}
    </section>
  );
}
