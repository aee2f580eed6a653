/** Who paid, and where data and trials are registered. */
import type { Databank, Grant } from '#model/index.ts';
import { filled, filledWith, present } from './present.ts';
import { textOf } from './text.ts';
import { child, childrenOf, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

export function readGrants(holder: XmlElement | undefined): readonly Grant[] | undefined {
  const grants = itemsOf(holder, 'GrantList', 'Grant').map((element) =>
    present<Grant>({
      number: textOf(child(element, 'GrantID')),
      acronym: textOf(child(element, 'Acronym')),
      agency: textOf(child(element, 'Agency')),
      country: textOf(child(element, 'Country')),
    }),
  );
  return filled(grants.filter((grant) => Object.keys(grant).length > 0));
}

export function readDatabanks(article: XmlElement | undefined): readonly Databank[] | undefined {
  const banks: Databank[] = [];
  for (const element of itemsOf(article, 'DataBankList', 'DataBank')) {
    const name = textOf(child(element, 'DataBankName'));
    if (name === undefined) continue;
    const numbers = childrenOf(child(element, 'AccessionNumberList'), 'AccessionNumber').map(textOf);
    banks.push(present<Databank>({ name, accessions: filledWith(numbers) }));
  }
  return filled(banks);
}
