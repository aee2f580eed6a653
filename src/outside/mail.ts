/**
 * Sending one mail through the mail server that a house names. It may be at a private address: whoever sets the house up says
 * where it is. Nothing of the server's own words is passed on, because a server may repeat what it was told, a password too.
 */
import { AppError } from '#model/index.ts';
import { duration } from './words.ts';

export interface Mail {
  /** `smtps://user:password@host:465`, or `smtp://` with a port that becomes encrypted on the way (STARTTLS). */
  readonly server: string;
  /** Addresses alone, one each. */
  readonly from: string;
  readonly to: string;
  /** How the sender is called. */
  readonly fromName?: string;
  readonly subject: string;
  readonly text: string;
}

interface Server {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte. */
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** What nodemailer says of a failure. */
interface Failure {
  readonly code?: string;
  /** Node's own code, where there was one. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

const SILENCE_MS = 10_000;
/** For the whole mail, so that a server that says a word now and then holds nobody for ever: so many silences. */
const WHOLE = 6;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const UNTRUSTED = /^(CERT_|DEPTH_ZERO_|ERR_TLS_CERT_|SELF_SIGNED_|UNABLE_TO_)/;
const ADDRESS = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/;

/**
 * Comes back when the server has taken the mail; whether it arrives is for others to find out.
 * @param timeoutMs so long may the server say nothing.
 * @throws AppError `bad_request` for what is no address, `outside_failed` with a sentence for everything else.
 */
export async function sendMail(
  mail: Mail,
  { timeoutMs = SILENCE_MS }: { readonly timeoutMs?: number } = {},
): Promise<void> {
  const { host, port, secure, auth } = readServer(mail.server);
  const [from, to] = [checked(mail.from), checked(mail.to)];
  const isNear = LOOPBACK.test(host);
  // Loaded with the first mail: no other command has to carry it.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure,
    ...(auth === undefined ? {} : { auth }),
    // Without this, a server that offers no sign-in would get the mail without one.
    forceAuth: auth !== undefined,
    requireTLS: !secure && !isNear && auth !== undefined,
    // Nobody listens on the way from a machine to itself, and what answers there often shows a certificate of nobody's.
    ignoreTLS: !secure && isNear,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const whole = AbortSignal.timeout(timeoutMs * WHOLE);
  const message = {
    // As objects: in a text a comma would make two addresses of one.
    from: { name: oneLine(mail.fromName ?? ''), address: from },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject: oneLine(mail.subject),
    text: mail.text,
    signal: whole,
  };
  try {
    await transport.sendMail(message);
  } catch (thrown) {
    const sentence = whole.aborted
      ? `The mail server ${host} took longer than ${duration(timeoutMs * WHOLE)}. Try again later.`
      : sentenceFor(thrown as Failure, { host, port, secure, timeoutMs, hasPassword: auth !== undefined });
    throw new AppError('outside_failed', sentence);
  } finally {
    transport.close();
  }
}

/** The parts that are used, so that nothing else in the address can change how the server is spoken to. */
function readServer(text: string): Server {
  const url = URL.parse(text);
  const secure = url?.protocol === 'smtps:';
  if (url === null || url.hostname === '' || (!secure && url.protocol !== 'smtp:')) throw unreadable();
  const user = decoded(url.username);
  const port = url.port === '' ? (secure ? 465 : user === '' ? 25 : 587) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port, secure, ...(user === '' ? {} : { auth: { user, pass: decoded(url.password) } }) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw unreadable();
  }
}

function unreadable(): AppError {
  return new AppError(
    'outside_failed',
    'The mail server of this house cannot be read as an address. Write it as smtps://user:password@mail.example.org:465, with signs such as @ and % in the password as %40 and %25.',
  );
}

function checked(address: string): string {
  if (ADDRESS.test(address)) return address;
  throw new AppError(
    'bad_request',
    'This is no e-mail address that mail can be sent to. It should look like maria@example.org.',
  );
}

/** What is in a header stays in it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

interface Situation {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly timeoutMs: number;
  readonly hasPassword: boolean;
}

const CHECK = 'Check the mail server in the settings.';

function sentenceFor(failure: Failure, { host, port, secure, timeoutMs, hasPassword }: Situation): string {
  const { code = '', originalCode = '', responseCode, response = '', command = '' } = failure;
  const status = responseCode === undefined ? '' : ` (${responseCode})`;
  const server = `The mail server ${host}`;
  if (code === 'EDNS') return `There is no mail server ${host}: its name is not known here. ${CHECK}`;
  if (originalCode === 'ECONNREFUSED') return `${server} takes no connection at port ${port}. ${CHECK}`;
  if (UNTRUSTED.test(originalCode))
    return `${server} shows a certificate that is not trusted here (${originalCode}). Use the name that the certificate is for; EXTRA_CA_FILE adds an authority.`;
  if (/^ERR_SSL_|^EPROTO$/.test(originalCode))
    return `${server} and this house found no common way to encrypt at port ${port}${secure ? ': where encryption begins later there, write smtp:// instead of smtps://' : ''}. ${CHECK}`;
  if (code === 'ETIMEDOUT')
    return `${server} said nothing for ${duration(timeoutMs)} at port ${port}${secure ? '' : ': where it is encrypted from the start, write smtps:// instead of smtp://'}. ${CHECK}`;
  if (code === 'ETLS' || command === 'STARTTLS')
    return `${server} does not encrypt at port ${port} (STARTTLS), and a password is never sent without. Write smtps:// with the port for it, often 465.`;
  if (responseCode === 538 || (responseCode !== undefined && /STARTTLS|encrypt/i.test(response)))
    return `${server} wants encryption at port ${port}${status}. Write smtps:// with the port for it, often 465.`;
  if (code === 'EAUTH') return `${server} does not know this user and password${status}. ${CHECK}`;
  if (responseCode === 530 && !hasPassword)
    return `${server} wants a user and a password${status}. Write them into its address in the settings: smtps://user:password@${host}.`;
  if (command === 'RCPT TO') return `${server} does not take mail for this address${status}. Check the address.`;
  if (command === 'MAIL FROM')
    return `${server} does not take mail from this sender${status}. Check which sender address it allows you.`;
  if (code === 'EMESSAGE' || command === 'DATA') return `${server} refused the mail${status}. Ask whoever runs it.`;
  if (code === 'ECONNECTION' || code === 'ESOCKET')
    return `The connection to the mail server ${host} broke off${originalCode === '' ? '' : ` (${originalCode})`}. ${CHECK}`;
  return `${server} did not answer as a mail server does${status}. ${CHECK}`;
}
