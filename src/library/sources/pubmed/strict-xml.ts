/** The reader for whatever XML allows; it also finds the words for what it does not allow. */
import { SaxesParser } from 'saxes';
import { AppError } from '#model/index.ts';
import { elementName, TreeBuilder } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/** The tree of a document. Throws `unreadable_file` with line and column within `xml`. */
export function readStrictXml(xml: string): XmlElement {
  try {
    return read(xml, false);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw locate(xml, thrown);
  }
}

function read(xml: string, position: boolean): XmlElement {
  const parser = new SaxesParser<{ xmlns: false; position: boolean }>({ xmlns: false, position });
  const tree = new TreeBuilder();
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  parser.on('opentag', (tag) => tree.open(elementName(tag.name), tag.attributes));
  parser.on('closetag', () => tree.close());
  parser.write(xml).close();
  return tree.root();
}

/** Reads a refused record again with positions kept, which costs too much to do for every record. */
function locate(xml: string, cause: unknown): AppError {
  let reason = cause instanceof Error ? cause.message : String(cause);
  try {
    read(xml, true);
  } catch (thrown) {
    if (thrown instanceof Error) reason = thrown.message;
  }
  const place = /^(\d+):(\d+): ([\s\S]*)$/.exec(reason);
  const [where, what] = place === null ? ['', reason] : [` at line ${place[1]}, column ${place[2]}`, place[3] ?? ''];
  return new AppError('unreadable_file', `The record is not well-formed XML${where}: ${what.replace(/\.*$/, '')}.`, {
    cause,
  });
}
