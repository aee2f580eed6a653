/** What became of a paper after it appeared: a sign for a list, a banner for its page. Each has its icon and its word. */
import { Link } from '@tanstack/react-router';
import type { NoticeView } from '#api/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { pubmedRecord } from './pubmed-search.ts';

type Kind = NoticeView['kind'];

/** From the loudest to the quietest; retracted is the only one that is a solid colour. */
const SIGNS: Readonly<Record<Kind, { word: string; look: string; icon: IconName; rank: number }>> = {
  retracted: { word: 'Retracted', look: 'is-retracted', icon: 'stop', rank: 0 },
  concern: { word: 'Expression of concern', look: 'is-concern', icon: 'concern', rank: 1 },
  corrected: { word: 'Corrected', look: 'is-corrected', icon: 'corrected', rank: 2 },
  republished: { word: 'Republished', look: 'is-corrected', icon: 'corrected', rank: 3 },
  updated: { word: 'Updated', look: 'is-corrected', icon: 'corrected', rank: 4 },
  notice: { word: 'A notice about another paper', look: '', icon: 'doc', rank: 5 },
};

export function isRetracted(notices: readonly NoticeView[]): boolean {
  return notices.some(({ kind }) => kind === 'retracted');
}

/** Signs for the line under a title: one for each kind. */
export function NoticeSigns({ notices }: { notices: readonly NoticeView[] }) {
  const kinds = [...new Set(loudestFirst(notices).map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const { word, look, icon } = SIGNS[kind];
    const sign = (
      <>
        <Icon name={icon} small />
        {word}
      </>
    );
    return kind === 'retracted' ? (
      <span key={kind}>
        <span className={`chip ${look}`}>{sign}</span>
      </span>
    ) : (
      <span key={kind} className={`tell ${look}`}>
        {sign}
      </span>
    );
  });
}

export function NoticeBanners({ notices }: { notices: readonly NoticeView[] }) {
  return loudestFirst(notices).map((notice, at) => (
    <section key={at} className={`banner ${SIGNS[notice.kind].look}`} aria-label={SIGNS[notice.kind].word}>
      <Icon name={SIGNS[notice.kind].icon} />
      <p>
        <strong>{notice.text}</strong> {notice.citation}
      </p>
      <NoticeLink notice={notice} />
    </section>
  ));
}

/** Where what one is led to is no notice. */
const WAYS: Readonly<Partial<Record<Kind, string>>> = {
  notice: 'See the paper it is about',
  updated: 'See the newer version',
  republished: 'See the new publication',
};

/** The way to the notice: here where the library holds it, otherwise in PubMed. */
function NoticeLink({ notice: { id, pmid, kind } }: { notice: NoticeView }) {
  const words = WAYS[kind] ?? 'Read the notice';
  if (id !== undefined) {
    return (
      <p>
        <Link to="/paper/$" params={{ _splat: id }} state={(before) => before}>
          {words}
        </Link>
      </p>
    );
  }
  if (pmid === undefined) return null;
  return (
    <p>
      <a href={pubmedRecord(pmid)} rel="noreferrer noopener">
        {words} in PubMed
      </a>
    </p>
  );
}

function loudestFirst(notices: readonly NoticeView[]): readonly NoticeView[] {
  return notices.toSorted((one, other) => SIGNS[one.kind].rank - SIGNS[other.kind].rank);
}
