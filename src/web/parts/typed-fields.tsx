/** Fields that people fill in about themselves: a line of text, a password that can be looked at, and which device this is. */
import { useState } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { Icon } from './icon.tsx';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>;

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it, as a sentence. */
  readonly wrong?: string | undefined;
}

export function TextField({ id, label, hint, wrong, ...input }: Labelled & Input) {
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <input id={id} name={id} type="text" {...input} {...described({ id, hint, wrong })} />
    </Field>
  );
}

/** The eye on a password is the person's own choice each time. */
export function PasswordField({ id, label, hint, wrong, ...input }: Labelled & Input) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} wrong={wrong}>
      <div className="with-btn">
        <input
          id={id}
          name={id}
          type={isShown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          maxLength={2_000}
          {...input}
          {...described({ id, hint, wrong })}
        />
        <button
          className="btn"
          type="button"
          aria-pressed={isShown}
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
        >
          Show<span className="sr"> {label.toLowerCase()}</span>
        </button>
      </div>
    </Field>
  );
}

function described({ id, hint, wrong }: Omit<Labelled, 'label'>) {
  const by = [wrong !== undefined && `${id}-wrong`, hint !== undefined && `${id}-hint`].filter(
    (part) => part !== false,
  );
  return {
    ...(wrong !== undefined && { 'aria-invalid': true }),
    ...(by.length > 0 && { 'aria-describedby': by.join(' ') }),
  };
}

function Field({ id, label, hint, wrong, children }: Labelled & { readonly children: ReactNode }) {
  return (
    <div className={wrong === undefined ? 'field' : 'field field-wrong'}>
      <label htmlFor={id}>{label}</label>
      {wrong !== undefined && <Wrong id={`${id}-wrong`}>{wrong}</Wrong>}
      {children}
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

function Wrong({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="wrong" id={id}>
      <Icon name="concern" small />
      <span>{children}</span>
    </span>
  );
}

/** Asked first, because it decides for how long: a computer on the ward is the safe guess. */
export function DevicePicks() {
  return (
    <fieldset className="field" aria-describedby="device-hint">
      <legend>Which device is this?</legend>
      <div className="picks picks-2">
        <label className="pick">
          <input type="radio" name="device" value="shared" defaultChecked />
          <span>Shared PC</span>
        </label>
        <label className="pick">
          <input type="radio" name="device" value="own" />
          <span>My device</span>
        </label>
      </div>
      <p className="hint" id="device-hint">
        A shared PC signs you out after 30 minutes without a touch and keeps nothing. Yours stays signed in for 90 days.
      </p>
    </fieldset>
  );
}

/** What the form holds under this name. */
export function typed(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

export function deviceOf(form: HTMLFormElement): 'shared' | 'own' {
  return typed(form, 'device') === 'own' ? 'own' : 'shared';
}
