/** The way to NCBI as this house is set: its address, its key, its pace, through the proxy or straight. */
import type { Config, Outgoing } from '#config/index.ts';
import { EUTILS_HOST, ncbiClient, PMC_HOST } from '#library/index.ts';
import type { Ncbi } from '#library/index.ts';
import { createOutside } from '#outside/index.ts';
import { openPeople } from '#people/index.ts';
import type { People } from '#people/index.ts';
import type { RecordStore, RoomStore } from '#storage/index.ts';

/** NLM may write to whom the environment names, else to whom the house's own settings do. */
export function houseNcbi({ ncbi, outgoing, ofHouse }: Config, store: RecordStore & RoomStore, version: string): Ncbi {
  const outside = createOutside({
    hosts: [EUTILS_HOST, PMC_HOST],
    named: ncbi.url === undefined ? [] : [ncbi.url],
    isProxied: (url) => isProxied(url, outgoing),
    userAgent: `Attune/${version}`,
  });
  let people: Promise<People> | undefined;
  const email = async (): Promise<string | undefined> => {
    people ??= openPeople(store, { fixed: ofHouse });
    return (await people).settings.get('contact-email');
  };
  return ncbiClient(outside, {
    url: ncbi.url,
    key: ncbi.key,
    email,
    turn: (everyMs) => store.takeTurn('ncbi', everyMs),
  });
}

/** As Node itself decides it for the proxy of the whole process. */
function isProxied({ hostname, port, protocol }: URL, { proxy, noProxy = '' }: Outgoing): boolean {
  if (proxy === undefined || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return false;
  const without = noProxy
    .split(/[\s,]+/)
    .map((entry) => entry.toLowerCase())
    .filter((entry) => entry !== '');
  return !without.some((entry) => {
    const [name = '', asked] = entry.split(':');
    if (name === '*') return true;
    if (asked !== undefined && asked !== (port || (protocol === 'https:' ? '443' : '80'))) return false;
    const suffix = name.replace(/^\*?\.?/, '');
    return hostname === suffix || (name !== suffix && hostname.endsWith(`.${suffix}`)) || hostname === name;
  });
}
