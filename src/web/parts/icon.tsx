/** The house's own drawings on a grid of 20 units. A word stands beside each, so a screen reader never hears them. */

const DRAWINGS = {
  back: 'M12 4 6 10l6 6',
  bring: 'M10 2.8v8.7M6.3 8 10 11.7 13.7 8M3.5 11v5.5h13V11',
  cite: 'M8.5 5.8c-2.6.9-4 2.9-4 5.7v2.7h4v-3.7H6.4c.1-1.6.8-2.7 2.1-3.3ZM16 5.8c-2.6.9-4 2.9-4 5.7v2.7h4v-3.7h-2.1c.1-1.6.8-2.7 2.1-3.3Z',
  close: 'm5 5 10 10M15 5 5 15',
  concern: 'M10 3 17.5 16.5h-15ZM10 8v4M10 14.2v.1',
  copy: 'M8.5 7h7A1.5 1.5 0 0 1 17 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 15.5v-7A1.5 1.5 0 0 1 8.5 7ZM4.5 13A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3h7A1.5 1.5 0 0 1 13 4.5',
  corrected: 'M16.5 9A6.5 6.5 0 1 0 10 16.5M16.5 4.5V9H12M12.5 15l1.8 1.8L17.5 13',
  doc: 'M5 2.8h6.5L15.5 7v10.2H5ZM11.5 2.8V7h4M8 10.5h5M8 13.5h5',
  fork: 'M6 2.5v6a4 4 0 0 0 8 0v-6M10 12.5v5',
  free: 'M5.5 9h9A1.5 1.5 0 0 1 16 10.5v5A1.5 1.5 0 0 1 14.5 17h-9A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9ZM7 9V6a3 3 0 0 1 5.8-1',
  get: 'M10 3v9.5M6 9l4 4 4-4M3.5 17h13',
  less: 'M17 10a7 7 0 1 1-14 0a7 7 0 1 1 14 0M6.8 10h6.4',
  like: 'M10 16.6 3.9 10.5a3.7 3.7 0 0 1 5.2-5.2l.9.9.9-.9a3.7 3.7 0 0 1 5.2 5.2Z',
  lock: 'M5.5 9h9A1.5 1.5 0 0 1 16 10.5v5A1.5 1.5 0 0 1 14.5 17h-9A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9ZM7 9V6a3 3 0 0 1 6 0v3',
  more: 'M5.2 10a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0M10.7 10a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0M16.2 10a.7.7 0 1 1-1.4 0a.7.7 0 1 1 1.4 0',
  note: 'M4 16h3l8.6-8.6a1.6 1.6 0 0 0 0-2.3l-.7-.7a1.6 1.6 0 0 0-2.3 0L4 13ZM11 6l3 3',
  offline: 'M3 3l14 14M5.8 8.2A3.8 3.8 0 0 0 6.5 15.5H13M9 5.3a5 5 0 0 1 5.5 4.2 3 3 0 0 1 1.8 4.7',
  open: 'M8 4H4.5A1.5 1.5 0 0 0 3 5.5v10A1.5 1.5 0 0 0 4.5 17h10a1.5 1.5 0 0 0 1.5-1.5V12M11.5 3H17v5.5M17 3l-8 8',
  plus: 'M10 4v12M4 10h12',
  runs: 'M3.5 5h13M3.5 10h8M3.5 15h13M15 10h1.5',
  save: 'M5.5 3h9v14L10 13.6 5.5 17Z',
  search: 'M14.1 8.8a5.3 5.3 0 1 1-10.6 0a5.3 5.3 0 1 1 10.6 0M12.8 12.8l4.2 4.2',
  stop: 'M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7ZM6.8 13.2l6.4-6.4',
  tick: 'm4 10.5 4 4 8-9',
  wait: 'M6 3h8M6 17h8M7 3v2.5L10 9l3-3.5V3M7 17v-2.5L10 11l3 3.5V17',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'i i-s' : 'i'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
