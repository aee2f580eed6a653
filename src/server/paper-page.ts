/**
 * What the server itself writes into the page of a paper: its title, abstract and metadata, for reference managers, search engines
 * and readers without script. Everything that came from a paper is escaped.
 */
import { html, raw } from 'hono/html';
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import type { DescribedPaper, LookUp } from '#library/index.ts';

/** Where in the built page the head and the body of a paper go. */
const HEAD = /<title>[^<]*<\/title>\s*<!--head-->/;
const ROOT = '<div id="root"></div>';

/** The page with the paper in it; as it was where the identifier is not one paper's. */
export function pageOf(template: string, found: LookUp): string {
  if (found.kind !== 'paper') return template;
  return template
    .replace(HEAD, () => headOf(found.described))
    .replace(ROOT, () => `<div id="root">${bodyOf(found.described)}</div>${coinsOf(found.described)}`);
}

/** 200 for a paper or the choice of several, 410 for one that was taken back, 404 for none. */
export function statusOf(found: LookUp): 200 | 404 | 410 {
  if (found.kind === 'withdrawn') return 410;
  return found.kind === 'unknown' ? 404 : 200;
}

function headOf({ paper, notices, metadata }: DescribedPaper): string {
  // A `<` in the data must not end the element; in JSON it can be written as an escape.
  const jsonLd = JSON.stringify(metadata.jsonLd).replaceAll('<', '\\u003c');
  return String(
    html`<title>${headline(paper, notices)} · Attune</title>
      ${metadata.tags.map(({ name, content }) => html`<meta name="${name}" content="${content}" />`)}
      <script type="application/ld+json">
        ${raw(jsonLd)}
      </script>`,
  );
}

function bodyOf({ paper, notices, isAbstractShown }: DescribedPaper): string {
  const sections = isAbstractShown ? (paper.abstract?.sections ?? []) : [];
  return String(
    html`<main class="main" id="main">
      <article class="written">
        ${notices.map((notice) => html`<p><strong>${notice.text}</strong> ${notice.citation ?? ''}</p>`)}
        <h1 class="paper-title" dir="auto">${headline(paper, notices)}</h1>
        <p class="meta">${paper.journal?.title ?? ''}</p>
        <div class="read">
          ${sections.map(
            ({ label, text }) =>
              html`${label === undefined ? '' : html`<h2>${label}</h2>`}
                <p dir="auto">${plainText(text)}</p>`,
          )}
        </div>
      </article>
    </main>`,
  );
}

/** The title with what must never be missed before it. */
function headline(paper: Paper, notices: DescribedPaper['notices']): string {
  const retracted = notices.some((notice) => notice.kind === 'retracted') ? 'Retracted: ' : '';
  const sample = paper.source === 'sample' ? 'SAMPLE, fictional: ' : '';
  return `${sample}${retracted}${plainText(paper.title)}`;
}

function coinsOf({ metadata }: DescribedPaper): string {
  return String(html`<span class="Z3988" title="${metadata.coins}"></span>`);
}
