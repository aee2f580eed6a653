/** Why a request came to nothing: what is worth another try, what is not, and Node's error codes in words. */

/**
 * Thrown where another try may help. The message is a clause whose subject is the service, such as
 * `answered with a page instead of XML`: nothing of the answer's body, which may echo a key, and no address.
 */
export class TryAgain extends Error {
  /** Nothing answers at all: a few tries are enough to say so. */
  readonly isUnreachable: boolean;
  /** Set where the service wants to be left alone: at least for so long, by all requests. */
  readonly restMs: number | undefined;

  constructor(clause: string, more: { cause?: unknown; isUnreachable?: boolean; restMs?: number } = {}) {
    super(clause, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'TryAgain';
    this.isUnreachable = more.isUnreachable ?? false;
    this.restMs = more.restMs;
  }
}

/** Thrown where no try will help. The message is a clause, as above. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Thrown where an address may not be asked. The message is a clause whose subject is the address: `is not https`. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

const UNREACHABLE = [
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
];
const BROKEN = ['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'EPROTO'];
const UNTRUSTED = /^(CERT_|DEPTH_ZERO_|ERR_TLS_CERT_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * What Node threw, sorted.
 * @param isAnswering whether the answer had begun.
 * @returns anything that is nobody's network as it is.
 */
export function failureOf(thrown: unknown, isAnswering: boolean): unknown {
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code !== 'string') return thrown;
  if (UNREACHABLE.includes(code)) return new TryAgain('cannot be reached', { cause: thrown, isUnreachable: true });
  if (code === 'ETIMEDOUT') return new TryAgain('did not take the connection', { cause: thrown });
  if (code === 'Z_BUF_ERROR' || (BROKEN.includes(code) && isAnswering))
    return new TryAgain('broke its answer off', { cause: thrown });
  if (BROKEN.includes(code)) return new TryAgain('broke the connection off', { cause: thrown });
  if (code.startsWith('Z_') || code.startsWith('HPE_'))
    return new TryAgain('sent an answer that is damaged', { cause: thrown });
  // Without Node's error, which carries the whole certificate.
  if (UNTRUSTED.test(code))
    return new Refused(`shows a certificate that is not trusted here (${code}; EXTRA_CA_FILE adds an authority)`);
  if (code !== 'ERR_PROXY_TUNNEL') return thrown;
  const clause = `cannot be reached: the proxy that is set (HTTPS_PROXY) answered with status ${Number(statusCode)}`;
  const isFinal = Number(statusCode) >= 400 && Number(statusCode) < 500;
  return isFinal ? new Refused(clause, { cause: thrown }) : new TryAgain(clause, { cause: thrown });
}
