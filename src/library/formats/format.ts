/** What a format of export is: a pure writer of one paper at a time, with what stands around them. */
import type { Paper } from '#model/index.ts';
import type { Notice } from '../notices.ts';

export type FormatName = 'ris' | 'nbib' | 'bibtex' | 'csl-json' | 'csv' | 'jsonl';

/** A paper on its way out, with what the library knows became of it. */
export interface ExportedPaper {
  readonly paper: Paper;
  readonly notices: readonly Notice[];
}

/** Text is UTF-8. A file is `begin`, the records with `between` after each but the last, and `end`. */
export interface Format {
  readonly name: FormatName;
  /** What people call it. */
  readonly label: string;
  readonly mediaType: string;
  /** Of a file's name, without the full stop. */
  readonly extension: string;
  /** @param courtesy the line the source of the papers asks for; '' where there are none. */
  begin(courtesy: string): string;
  /** Whole lines. */
  record(exported: ExportedPaper): string;
  readonly between: string;
  readonly end: string;
}
