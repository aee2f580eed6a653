/**
 * Keeps what reference managers read in step with the paper that is shown. The server writes it for the paper a page is opened
 * with; where another paper is opened without loading a page, it is replaced here.
 */
import { useEffect } from 'react';
import type { PaperView } from '#api/index.ts';

type Metadata = PaperView['metadata'];

const TAGS = 'meta[name^="citation_"]';
const COINS = 'span.Z3988';
/** Of the paper the page was opened with alone: the policy lets no script be written here, not even one of data. */
const JSON_LD = 'script[type="application/ld+json"]';

/** As long as the paper is shown, the page speaks of it to reference managers. */
export function usePageMetadata(metadata: Metadata): void {
  useEffect(() => {
    if (!isWritten(metadata)) {
      clear();
      write(metadata);
      tell();
    }
    return () => {
      clear();
      tell();
    };
  }, [metadata]);
}

/** Whether the page already says exactly this, as it does when the server wrote it. */
function isWritten({ tags, coins }: Metadata): boolean {
  const standing = [...document.querySelectorAll<HTMLMetaElement>(TAGS)];
  return (
    standing.length === tags.length &&
    tags.every(({ name, content }, at) => standing[at]?.name === name && standing[at].content === content) &&
    document.querySelector<HTMLElement>(COINS)?.title === coins
  );
}

function clear(): void {
  for (const element of document.querySelectorAll(`${TAGS}, ${COINS}, ${JSON_LD}`)) element.remove();
}

function write({ tags, coins }: Metadata): void {
  for (const { name, content } of tags) {
    const tag = document.createElement('meta');
    tag.name = name;
    tag.content = content;
    document.head.append(tag);
  }
  const span = document.createElement('span');
  span.className = 'Z3988';
  span.title = coins;
  document.body.append(span);
}

/** Zotero's own word for a page whose papers have changed. */
function tell(): void {
  document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}
