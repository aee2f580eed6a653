/** The head of the pages before the door: the way back, what was pressed, and on which paper. */
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { HouseState } from '#api/index.ts';
import type { RichText as Rich } from '#model/index.ts';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { paperQuery } from '../parts/queries.ts';
import { RichText } from '../parts/rich-text.tsx';
import type { Wanted } from '../parts/wanted.ts';
import { pressWords, wayBack } from './press-words.ts';

interface Head {
  readonly way: string;
  readonly without: string;
  readonly wanted: Wanted;
  readonly house: HouseState | undefined;
  /** More under the title. */
  readonly children?: ReactNode;
}

export function WantedHead({ way, without, wanted, house, children }: Head) {
  const isOpen = house?.library !== undefined;
  const { title, after } = pressWords(way, wanted.act);
  const asked = useQuery({
    ...paperQuery(wanted.paper ?? ''),
    enabled: isOpen && after !== undefined && wanted.paper !== undefined,
  });
  const paper = asked.data && 'paper' in asked.data ? asked.data.paper.paper : undefined;
  return (
    <>
      {isOpen && <Back to={wanted.to} without={without} />}
      <header className="head">
        <PageHeading title={title} />
        {paper && after && (
          <p>
            <span className="lit" dir="auto">
              “<RichText text={withoutStop(paper.title)} />”
            </span>{' '}
            {after}
          </p>
        )}
        {children}
      </header>
    </>
  );
}

/** In the middle of a sentence a title ends without its full stop. */
function withoutStop(title: Rich): Rich {
  return typeof title === 'string' ? title.replace(/\.$/, '') : title;
}

/** To exactly the address one came from, which may hold a search of any kind. */
function Back({ to, without }: { to: string | undefined; without: string }) {
  const router = useRouter();
  const words = wayBack(to);
  const onClick = (event: MouseEvent) => {
    if (to === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <p className="crumb">
      {words === undefined ? (
        <Link to="/today">
          <Icon name="back" small />
          Read {without}
        </Link>
      ) : (
        <a href={to} onClick={onClick}>
          <Icon name="back" small />
          {words} {without}
        </a>
      )}
    </p>
  );
}
