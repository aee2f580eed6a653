/** The note, fetched when there is one to read or to write: most visits have none. */
import { lazy, Suspense } from 'react';
import type { ComponentProps } from 'react';

const Fetched = lazy(async () => ({ default: (await import('./note-part.tsx')).NotePart }));

export function LazyNote(props: ComponentProps<typeof Fetched>) {
  return (
    <Suspense fallback={null}>
      <Fetched {...props} />
    </Suspense>
  );
}
