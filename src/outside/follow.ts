/** A request with its redirects: each new address passes the gate like the first. */
import { AddressRefused, Refused } from './failure.ts';
import type { Gate } from './gate.ts';
import { send } from './send.ts';
import type { Answer, Limits } from './send.ts';

const MOST_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export interface Asked {
  readonly url: URL;
  readonly form: string | undefined;
  /** Of this request; not sent on to another host, which has no business with them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly userAgent: string;
  readonly signal: AbortSignal | undefined;
  /** Called when a request has left the machine. */
  readonly onSent: () => void;
}

/**
 * A form goes to the first address alone: where the service sends it on, it is fetched (303) or refused.
 * @throws TryAgain, Refused, or the signal's reason.
 */
export async function follow(asked: Asked, gate: Gate, limits: Limits): Promise<Answer> {
  const { userAgent, signal, onSent } = asked;
  let { url, form } = asked;
  for (let redirects = 0; ; redirects += 1) {
    const own = url.origin === asked.url.origin ? asked.headers : {};
    const answer = await passed(redirects > 0, async () =>
      send(
        url,
        { headers: { ...own, 'user-agent': userAgent }, form, lookup: gate.admit(url), signal, onSent },
        limits,
      ),
    );
    const to = answer.headers['location'];
    if (to === undefined || !REDIRECTS.includes(answer.status)) return answer;
    if (redirects === MOST_REDIRECTS) throw new Refused(`sends the request on more than ${MOST_REDIRECTS} times`);
    if (form !== undefined && answer.status !== 303)
      throw new Refused('sends the form on to another address, which is not done');
    if (!URL.canParse(to, url.href)) throw new Refused('sends the request on to an address that cannot be read');
    form = undefined;
    url = new URL(to, url);
  }
}

/** The name is looked up when the connection is made, so that the gate may refuse an address as late as then. */
async function passed(isRedirect: boolean, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (thrown) {
    if (!(thrown instanceof AddressRefused)) throw thrown;
    const clause = isRedirect ? 'sends the request on to an address that' : 'was not asked: its address';
    throw new Refused(`${clause} ${thrown.message}`);
  }
}
