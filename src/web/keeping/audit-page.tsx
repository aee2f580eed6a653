/** What was done here, when and by whom: the newest first, in words. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditAnswer } from '#api/index.ts';
import { Press } from '../parts/press.tsx';
import { houseQuery } from '../parts/queries.ts';
import { auditInWords } from './audit-words.ts';
import { AuditFilters } from './audit-filters.tsx';
import { KeptPage } from './kept-page.tsx';
import { accountsQuery, auditQuery } from './queries.ts';
import type { AuditWish } from './queries.ts';
import { nameOf } from './role-words.ts';
import { zoneHere } from './zone-setting.tsx';

export function AuditPage() {
  const [wish, setWish] = useState<AuditWish>({});
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(wish),
  );
  // What was chosen stays, also where the server has no answer to it.
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  const people = usePeople(last?.pages.flatMap(({ entries }) => entries));
  const entries = data?.pages.flatMap((page) => page.entries);
  return (
    <KeptPage
      title="Audit log"
      says={
        <p>
          What was done with accounts, settings and papers. Nobody can change it. It never holds what somebody searched
          or read.
        </p>
      }
      error={error}
      onRetry={() => void refetch()}
    >
      {last && <AuditFilters acts={last.pages[0]?.acts ?? []} people={people} wish={wish} change={setWish} />}
      {entries && (
        <section aria-labelledby="entries" aria-busy={isFetching}>
          <h2 className="sr" id="entries">
            Entries
          </h2>
          {entries.length === 0 ? <None isAll={Object.keys(wish).length === 0} /> : <Entries entries={entries} />}
          <p className="hint zone">
            Times are those of this browser, {zoneHere()}. Days to choose by are those of the time zone set for the
            house.
          </p>
          {hasNextPage && (
            <p className="btns">
              <Press isHeard={isFetchingNextPage} onPress={() => void fetchNextPage()}>
                {isFetchingNextPage ? 'Looking…' : 'More…'}
              </Press>
            </p>
          )}
        </section>
      )}
    </KeptPage>
  );
}

function None({ isAll }: { isAll: boolean }) {
  return (
    <div className="empty">
      <p>{isAll ? 'Nothing has happened yet.' : 'Nothing of this kind happened. Choose more days, or another act.'}</p>
    </div>
  );
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

function Entries({ entries }: { entries: AuditAnswer['entries'] }) {
  const days = Map.groupBy(entries, ({ at }) => DAY.format(new Date(at)));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="sect day" aria-labelledby={`day-${ofDay[0]?.sequence}`}>
      <h3 id={`day-${ofDay[0]?.sequence}`}>{day}</h3>
      <ol className="log" dir="auto">
        {ofDay.map((entry) => (
          <li key={entry.sequence}>
            <time dateTime={entry.at}>{CLOCK.format(new Date(entry.at))}</time>
            <span dir="auto">{auditInWords(entry)}</span>
          </li>
        ))}
      </ol>
    </section>
  ));
}

/** People to choose by: an administrator's list, and whoever is named on the page. */
function usePeople(entries: AuditAnswer['entries'] | undefined): ReadonlyMap<string, string> {
  const { data: house } = useQuery(houseQuery());
  const isAdministrator = house?.you?.roles.some(({ role }) => role === 'administrator') ?? false;
  const { data } = useQuery({ ...accountsQuery(), enabled: isAdministrator });
  return new Map([
    ...(entries ?? []).flatMap(({ who, whoName }): [string, string][] =>
      who !== undefined && whoName !== undefined ? [[who, whoName]] : [],
    ),
    ...(data?.accounts ?? []).map((account): [string, string] => [account.id, nameOf(account)]),
  ]);
}
