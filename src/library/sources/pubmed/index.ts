/** PubMed's XML: cut into records, read strictly, and turned into papers. */
export { extractDeletions, extractPaper } from './record.ts';
export { RecordSplitter } from './splitter.ts';
export type { BrokenPart, DeletionsPart, RecordPart, SplitPart, SplitterOptions } from './splitter.ts';
export { parseXml } from './xml-tree.ts';
export type { XmlElement, XmlNode } from './xml-tree.ts';
