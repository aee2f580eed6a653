/** How whatever leaves the process gets out: through the proxy that is set, trusting the authorities that are added. */
import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Outgoing } from '#config/index.ts';

/** Holds for the whole process, `fetch` included. Loopback is never sent through a proxy. */
export function prepareOutgoing({ proxy, noProxy, extraCa }: Outgoing): void {
  if (extraCa !== undefined) setDefaultCACertificates([...getCACertificates('default'), extraCa]);
  if (proxy === undefined) return;
  setGlobalProxyFromEnv({
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    NO_PROXY: ['localhost', '127.0.0.1', '::1', ...(noProxy ? [noProxy] : [])].join(','),
  });
}
