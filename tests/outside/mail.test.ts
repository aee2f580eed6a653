/** Mail through a real mail server on loopback: what arrives, and what the person is told where nothing does. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import fc from 'fast-check';
import type { SMTPServerOptions } from 'smtp-server';
import type { AppError } from '#model/index.ts';
import { sendMail } from '#outside/index.ts';
import type { Mail } from '#outside/index.ts';
import { closedPort, listener, PASSWORD, sink, USER } from './_mail-server.ts';

const MAIL = { from: 'attune@house.example', to: 'ada@ward.example', subject: 'A link', text: 'Here it is.\n' };

/** What the person is told; the password never. */
async function told(server: string, different: Partial<Mail> = {}): Promise<string> {
  const began = performance.now();
  const sentence = await sendMail({ ...MAIL, server, ...different }, { timeoutMs: 500 }).then(
    () => 'sent',
    (thrown: AppError) => {
      assert.equal(thrown.code, 'outside_failed', thrown.stack);
      assert.equal(thrown.cause, undefined);
      return thrown.message;
    },
  );
  assert.ok(!sentence.includes(PASSWORD) && !sentence.includes(encodeURIComponent(PASSWORD)), sentence);
  assert.ok(performance.now() - began < 8_000);
  return sentence;
}

test('a mail is taken by the server of the house, with its user and password', async (t) => {
  const { port, taken } = await sink(t, { authOptional: false, hideSTARTTLS: true, allowInsecureAuth: true });
  const subject = 'Ein Link für Zoë';
  assert.equal(await told(`smtp://${USER}127.0.0.1:${port}`, { fromName: 'Lindmere, the library', subject }), 'sent');
  const [mail] = taken;
  assert.deepEqual(mail?.to, ['ada@ward.example']);
  assert.match(mail?.text ?? '', /^From: "Lindmere, the library" <attune@house\.example>\r$/m);
  assert.match(mail?.text ?? '', /^To: ada@ward\.example\r$/m);
  assert.match(mail?.text ?? '', /^Subject: =\?UTF-8\?/m);
  assert.match(mail?.text ?? '', /\r\n\r\nHere it is\.\r\n/);
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
test(
  'an encrypted connection with a trusted certificate carries the password and the mail',
  { skip: hasOpenssl ? false : 'needs openssl: apt-get install openssl' },
  async (t) => {
    const scratch = mkdtempSync(join(tmpdir(), 'attune-mail-'));
    const [keyFile, certificate] = [join(scratch, 'key.pem'), join(scratch, 'certificate.pem')];
    const given =
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost ' +
      `-addext subjectAltName=DNS:localhost -keyout ${keyFile} -out ${certificate}`;
    execFileSync('openssl', given.split(' '), { stdio: 'pipe' });
    const [key, cert] = [keyFile, certificate].map((file) => readFileSync(file, 'utf8'));
    rmSync(scratch, { recursive: true });
    assert.ok(key && cert);
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, cert]);
    t.after(() => setDefaultCACertificates(usual));
    const { port, taken } = await sink(t, { secure: true, authOptional: false, key, cert });
    assert.equal(await told(`smtps://${USER}localhost:${port}`), 'sent');
    assert.match(
      await told(`smtps://${USER}127.0.0.1:${port}`),
      /certificate that is not trusted here \(ERR_TLS_CERT_ALTNAME_INVALID\)/,
    );
    assert.equal(taken.length, 1);
  },
);

test('a server on the same machine takes mail without a password, whatever its certificate', async (t) => {
  const { port, taken } = await sink(t);
  assert.equal(await told(`smtp://localhost:${port}`), 'sent');
  assert.equal(taken.length, 1);
});

test('a wrong password is told as such, and so is a server that wants one', async (t) => {
  const { port, taken } = await sink(t, { authOptional: false, hideSTARTTLS: true, allowInsecureAuth: true });
  const wrong = `smtp://attune:${encodeURIComponent(`${PASSWORD}!`)}@127.0.0.1:${port}`;
  assert.match(await told(wrong), /^The mail server 127\.0\.0\.1 does not know this user and password \(535\)\. Check/);
  assert.match(await told(`smtp://127.0.0.1:${port}`), /wants a user and a password \(530\)\. Write them into/);
  assert.deepEqual(taken, []);
});

test('a recipient, a sender or a mail that the server refuses is told apart', async (t) => {
  const no = Object.assign(new Error(`never heard of ${PASSWORD}`), { responseCode: 550 });
  const { port: first } = await sink(t, { onRcptTo: (_, __, done) => done(no) });
  assert.match(
    await told(`smtp://127.0.0.1:${first}`),
    /does not take mail for this address \(550\)\. Check the address/,
  );
  const { port: second } = await sink(t, { onMailFrom: (_, __, done) => done(no) });
  assert.match(await told(`smtp://127.0.0.1:${second}`), /does not take mail from this sender \(550\)/);
  const { port: third } = await sink(t, {
    onData: (stream, _, done) => void stream.resume().on('end', () => done(no)),
  });
  assert.match(await told(`smtp://127.0.0.1:${third}`), /refused the mail \(550\)/);
});

test('a certificate that nobody trusts ends it, before the password is sent', async (t) => {
  let hasAsked = false;
  const onAuth: SMTPServerOptions['onAuth'] = (_, __, done) => {
    hasAsked = true;
    done(null, { user: 'attune' });
  };
  const { port } = await sink(t, { secure: true, onAuth });
  assert.match(
    await told(`smtps://${USER}localhost:${port}`),
    /^The mail server localhost shows a certificate that is not trusted here \(\w+\)\. .*EXTRA_CA_FILE adds an authority\.$/,
  );
  const { port: later } = await sink(t, { onAuth });
  // Leads to the same machine, and is not known to.
  assert.match(await told(`smtp://${USER}[::ffff:127.0.0.1]:${later}`), /shows a certificate that is not trusted here/);
  assert.equal(hasAsked, false);
});

test('a password is never sent without encryption to another machine', async (t) => {
  let hasAsked = false;
  const { port } = await sink(t, {
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => {
      hasAsked = true;
      done(null, { user: 'attune' });
    },
  });
  assert.match(
    await told(`smtp://${USER}[::ffff:127.0.0.1]:${port}`),
    /does not encrypt at port \d+ \(STARTTLS\), and a password is never sent without\. Write smtps:\/\//,
  );
  assert.equal(hasAsked, false);
});

test('a server that wants encryption first says so, and the person is told how to write it', async (t) => {
  const { port } = await sink(t, { authOptional: false });
  assert.match(
    await told(`smtp://${USER}127.0.0.1:${port}`),
    /wants encryption at port \d+ \(538\)\. Write smtps:\/\//,
  );
});

test('encryption at once and later are told apart', async (t) => {
  const { port: plain } = await sink(t);
  assert.match(await told(`smtps://localhost:${plain}`), /write smtp:\/\/ instead of smtps:\/\//);
  const { port: secure } = await sink(t, { secure: true });
  assert.match(
    await told(`smtp://localhost:${secure}`),
    /said nothing for 0\.5 seconds.*write smtps:\/\/ instead of smtp:/,
  );
});

test('silence, a broken connection, a closed port and an unknown name are each told', async (t) => {
  const silent = await listener(t, () => undefined);
  assert.match(
    await told(`smtp://127.0.0.1:${silent}`),
    /^The mail server 127\.0\.0\.1 said nothing for 0\.5 seconds at port/,
  );
  const breaking = await listener(t, (socket) => void socket.destroy());
  assert.match(await told(`smtp://127.0.0.1:${breaking}`), /^The connection to the mail server 127\.0\.0\.1 broke off/);
  const other = await listener(t, (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  assert.match(await told(`smtp://127.0.0.1:${other}`), /did not answer as a mail server does|broke off/);
  const port = await closedPort();
  assert.match(
    await told(`smtp://127.0.0.1:${port}`),
    new RegExp(`takes no connection at port ${port}\\. Check the mail`),
  );
  assert.match(
    await told('smtp://mail.invalid:25'),
    /^There is no mail server mail\.invalid: its name is not known here/,
  );
});

test('a word now and then does not hold a mail for ever', async (t) => {
  const port = await listener(t, (socket) => {
    // It greets, and then never comes to the end of what it can do: no silence is long enough to end it.
    socket.write('220 mail.example\r\n');
    const timer = setInterval(() => socket.write('250-wait\r\n'), 100);
    socket.on('close', () => clearInterval(timer));
  });
  const began = performance.now();
  assert.match(await told(`smtp://127.0.0.1:${port}`), /took longer than 3 seconds/);
  assert.ok(performance.now() - began > 2_500);
});

test('an address of a server that cannot be read is not repeated', async () => {
  for (const server of [`smtp://attune:gr%zz@127.0.0.1:25`, `http://${USER}127.0.0.1`, `${USER}127.0.0.1`, 'smtp://'])
    assert.match(await told(server), /^The mail server of this house cannot be read as an address\. Write it as/);
});

test('nothing that is typed becomes a header, a recipient or a second mail', async (t) => {
  const { port, taken } = await sink(t);
  const server = `smtp://127.0.0.1:${port}`;
  const odd = 'Ada\r\nBcc: eve@evil.example\r\n\r\nother text\r\n.\r\nMAIL FROM:<eve@evil.example>';
  assert.equal(await told(server, { subject: odd, fromName: odd }), 'sent');
  const head = taken[0]?.text.split('\r\n\r\n')[0] ?? '';
  assert.deepEqual(
    head
      .split(/\r\n(?![ \t])/)
      .map((line) => line.split(':')[0])
      .sort(),
    ['Content-Transfer-Encoding', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'],
  );
  assert.deepEqual(taken[0]?.to, ['ada@ward.example']);
  assert.equal(await told(server, { text: 'One.\r\n.\r\nMAIL FROM:<eve@evil.example>\r\n' }), 'sent');
  assert.equal(taken.length, 2);
  for (const to of [
    'a@b.example, eve@evil.example',
    'a@b.example\r\nBcc: eve@evil.example',
    '<a@b.example>',
    'ada',
    '',
  ])
    for (const different of [{ to }, { from: to }])
      await assert.rejects(
        sendMail({ ...MAIL, server, ...different }),
        (thrown: AppError) => thrown.code === 'bad_request' && /no e-mail address/.test(thrown.message),
      );
  assert.equal(taken.length, 2);
});

test('whatever a subject and a sender’s name hold, the mail keeps its eight headers and its one recipient', async (t) => {
  const { port, taken } = await sink(t);
  const typed = fc.string({
    unit: fc.oneof(fc.constantFrom('\r', '\n', '\u2028', '\0', ':', '"', '<', ','), fc.string()),
  });
  await fc.assert(
    fc.asyncProperty(typed, typed, async (subject, fromName) => {
      taken.length = 0;
      await sendMail({ ...MAIL, server: `smtp://127.0.0.1:${port}`, subject, fromName }, { timeoutMs: 2_000 });
      const [mail] = taken;
      const head = mail?.text.split('\r\n\r\n')[0] ?? '';
      assert.ok(head.split(/\r\n(?![ \t])/).length <= 8, head);
      assert.deepEqual([taken.length, mail?.to], [1, ['ada@ward.example']]);
    }),
    { numRuns: 30 },
  );
});
