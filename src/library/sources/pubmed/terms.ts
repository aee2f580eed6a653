/** Words of controlled lists, and the authors' keywords. */
import type { Keyword, MeshHeading, MeshQualifier, Substance, SupplementaryConcept, Term } from '#model/index.ts';
import { filled, filledWith, present } from './present.ts';
import { richTextOf, textOf } from './text.ts';
import { attribute, child, childrenOf, isYes, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** A name with NLM's id; undefined for an element without a name. */
export function readTerm(element: XmlElement | undefined): Term | undefined {
  const name = textOf(element);
  return name === undefined ? undefined : present<Term>({ name, ui: attribute(element, 'UI') });
}

/** The headings of a paper. A heading is a major topic also where only one of its qualifiers says so: ask both. */
export function readMesh(citation: XmlElement | undefined): readonly MeshHeading[] | undefined {
  return filledWith(itemsOf(citation, 'MeshHeadingList', 'MeshHeading').map(readHeading));
}

function readHeading(element: XmlElement): MeshHeading | undefined {
  const descriptor = child(element, 'DescriptorName');
  const name = textOf(descriptor);
  if (name === undefined) return undefined;
  return present<MeshHeading>({
    name,
    ui: attribute(descriptor, 'UI'),
    major: yes(descriptor, 'MajorTopicYN'),
    geographic: attribute(descriptor, 'Type') === 'Geographic' ? true : undefined,
    automatic: yes(descriptor, 'AutoHM'),
    qualifiers: filledWith(childrenOf(element, 'QualifierName').map(readQualifier)),
  });
}

function readQualifier(element: XmlElement): MeshQualifier | undefined {
  const name = textOf(element);
  if (name === undefined) return undefined;
  return present<MeshQualifier>({ name, ui: attribute(element, 'UI'), major: yes(element, 'MajorTopicYN') });
}

export function readSupplementaryConcepts(
  citation: XmlElement | undefined,
): readonly SupplementaryConcept[] | undefined {
  return filledWith(
    itemsOf(citation, 'SupplMeshList', 'SupplMeshName').map((element) => {
      const term = readTerm(element);
      return term && present<SupplementaryConcept>({ ...term, type: attribute(element, 'Type') });
    }),
  );
}

/** Substances; a registry number of 0 means that there is none. */
export function readSubstances(citation: XmlElement | undefined): readonly Substance[] | undefined {
  return filledWith(
    itemsOf(citation, 'ChemicalList', 'Chemical').map((element) => {
      const term = readTerm(child(element, 'NameOfSubstance'));
      const number = textOf(child(element, 'RegistryNumber'));
      return term && present<Substance>({ ...term, registryNumber: number === '0' ? undefined : number });
    }),
  );
}

export function readKeywords(holder: XmlElement | undefined): readonly Keyword[] | undefined {
  const keywords: Keyword[] = [];
  for (const element of itemsOf(holder, 'KeywordList', 'Keyword')) {
    const text = richTextOf(element);
    if (text !== undefined) keywords.push(present<Keyword>({ text, major: yes(element, 'MajorTopicYN') }));
  }
  return filled(keywords);
}

function yes(element: XmlElement | undefined, name: string): true | undefined {
  return isYes(element, name) ? true : undefined;
}
