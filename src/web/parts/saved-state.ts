/** Which of the saved papers the page shows, as it stands in its address. */
export interface SavedState {
  readonly label?: string;
  readonly q?: string;
  readonly sort?: 'published' | 'title';
  readonly page?: number;
}

export function readSavedState(raw: Record<string, unknown>): SavedState {
  const { label, q, sort, page } = raw;
  const number = Number(page);
  return {
    ...(typeof label === 'string' && label !== '' && { label }),
    ...(typeof q === 'string' && q !== '' && { q }),
    ...((sort === 'published' || sort === 'title') && { sort }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}
