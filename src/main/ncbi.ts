/** The way to NCBI as this house is set: its address, its key, its pace, through the proxy or straight. */
import type { Config, Outgoing } from '#config/index.ts';
import { EUTILS_HOST, ncbiClient, PMC_HOST } from '#library/index.ts';
import type { Ncbi } from '#library/index.ts';
import { createOutside } from '#outside/index.ts';
import type { RecordStore } from '#storage/index.ts';

export function houseNcbi({ ncbi, outgoing }: Config, store: RecordStore, version: string): Ncbi {
  const outside = createOutside({
    hosts: [EUTILS_HOST, PMC_HOST],
    named: ncbi.url === undefined ? [] : [ncbi.url],
    isProxied: (url) => isProxied(url, outgoing),
    userAgent: `Attune/${version}`,
  });
  return ncbiClient(outside, { ...ncbi, turn: (everyMs) => store.takeTurn('ncbi', everyMs) });
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
