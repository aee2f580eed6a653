/** The server mail goes out by. What was written is never shown again, since it holds a password. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SettingView } from '#api/index.ts';
import { PasswordField, typed } from '../parts/typed-fields.tsx';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { Press } from '../parts/press.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { FixedBy, KeptWord } from './kept-word.tsx';
import { Refused } from './kept-page.tsx';
import { saidHere } from './text-setting.tsx';
import { useSetting } from './use-setting.ts';

const ASKS = 'By which server does mail go out?';

export function MailSetting({ setting }: { setting: SettingView }) {
  const { isSet, fixedBy } = setting;
  const { set, isKept } = useSetting(setting);
  const [isReplacing, setIsReplacing] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = typed(event.currentTarget, 'mail-server').trim();
    if (value === '' || set.isPending) return;
    set.mutate(value, { onSuccess: () => setIsReplacing(false) });
  };
  const leave = () => {
    setIsReplacing(false);
    set.reset();
  };
  const remove = () => {
    setIsRemoving(false);
    set.mutate('');
  };
  const isAsked = fixedBy === undefined && (!isSet || isReplacing);
  return (
    <section className="field" aria-label={ASKS}>
      {!isAsked && <h2 className="as-label">{ASKS}</h2>}
      {!isAsked && <p>It is set. It is not shown, because it holds a password.</p>}
      {fixedBy !== undefined && (
        <p className="hint">
          <FixedBy variable={fixedBy} />
        </p>
      )}
      {isAsked && (
        <form className="form-near" aria-label="Mail server" noValidate onSubmit={onSubmit}>
          <PasswordField
            id="mail-server"
            label={ASKS}
            autoComplete="off"
            wrong={set.error && !set.isPending ? saidHere(set.error.message) : undefined}
            hint="Its address, as smtps://user:password@mail.example.org:465. Once kept, it is never shown again, and no Undo brings back what was there before."
          />
          <div className="btns">
            <button className="btn" type="submit" aria-disabled={set.isPending || undefined}>
              Keep it
            </button>
            {isReplacing && (
              <button className="btn btn-bare" type="button" onClick={leave}>
                Leave it as it was
              </button>
            )}
          </div>
        </form>
      )}
      {isSet && !isReplacing && fixedBy === undefined && (
        <div className="btns">
          <button className="btn" type="button" onClick={() => setIsReplacing(true)}>
            Replace
          </button>
          <button className="btn" type="button" aria-haspopup="dialog" onClick={() => setIsRemoving(true)}>
            Remove
          </button>
        </div>
      )}
      <KeptWord isPending={set.isPending} isKept={isKept} />
      <Refused error={isAsked || set.isPending ? null : set.error} />
      {isSet && !isReplacing && <Try />}
      {isRemoving && (
        <Sheet title="Remove the mail server?" onClose={() => setIsRemoving(false)}>
          <p>Mail goes out no more. To set it again you need its address and password: Attune forgets them.</p>
          <div className="btns">
            <button className="btn btn-stop" type="button" onClick={remove}>
              Remove it
            </button>
            <button className="btn" type="button" onClick={() => setIsRemoving(false)}>
              Leave it
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}

function Try() {
  const confirm = useConfirming();
  const attempt = useMutation({ mutationFn: () => confirm(() => call('tryMail', {})) });
  return (
    <div className="form-near">
      <div className="btns">
        <Press isHeard={attempt.isPending} onPress={() => attempt.mutate()}>
          {attempt.isPending ? 'Sending…' : 'Send me a test'}
        </Press>
      </div>
      <p role="status">
        {attempt.isSuccess && !attempt.isPending && `Handed over. Look whether it comes to ${attempt.data.sentTo}.`}
      </p>
      <Refused error={attempt.isPending ? null : attempt.error} />
    </div>
  );
}
