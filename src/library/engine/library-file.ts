/** The name of a library's file in its house. */
export const LIBRARY_FILE = 'library.sqlite';
