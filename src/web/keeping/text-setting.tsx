/** A setting of one line: kept when one leaves the field or presses Enter, and taken back by Undo. */
import { useState } from 'react';
import type { InputHTMLAttributes, KeyboardEvent } from 'react';
import type { SettingView } from '#api/index.ts';
import { TextField } from '../parts/typed-fields.tsx';
import { FixedBy, KeptWord } from './kept-word.tsx';
import { useSetting } from './use-setting.ts';

interface TextSettingOf extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly setting: SettingView;
  readonly label: string;
  readonly hint: string;
  /** A value that can be taken with one press. */
  readonly offer?: { readonly value: string; readonly words: string };
}

export function TextSetting({ setting, label, hint, offer, ...input }: TextSettingOf) {
  const { key, value = '', fixedBy } = setting;
  const [typed, setTyped] = useState<string>();
  const { set, before, isKept } = useSetting(setting);
  const keep = (to: string) => {
    if (set.isPending && set.variables === to.trim()) return;
    if (!set.isPending && to.trim() === value) {
      // What was kept stays said, so that the way back does not vanish under the finger.
      if (set.isError) set.reset();
      setTyped(undefined);
      return;
    }
    setTyped(to);
    set.mutate(to.trim(), { onSuccess: () => setTyped(undefined) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep(event.currentTarget.value);
    if (event.key === 'Escape') setTyped(undefined);
  };
  if (fixedBy !== undefined)
    return <TextField id={key} label={label} value={value} readOnly hint={<FixedBy variable={fixedBy} />} />;
  return (
    <div>
      <TextField
        {...input}
        id={key}
        label={label}
        hint={hint}
        value={typed ?? value}
        wrong={set.error && typed !== undefined ? saidHere(set.error.message) : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={({ target }) => keep(target.value)}
        onKeyDown={onKeyDown}
      />
      {offer && (
        <p className="offer">
          <button className="btn" type="button" onClick={() => keep(offer.value)}>
            {offer.words}
          </button>
        </p>
      )}
      <KeptWord
        isPending={set.isPending}
        isKept={isKept && typed === undefined}
        {...(before !== undefined && before !== value && { onUndo: () => keep(before) })}
      />
    </div>
  );
}

/** The server names the setting as the environment does; beside its field that is clear. */
export function saidHere(sentence: string): string {
  return sentence.replace(/^The setting \S+ needs/, 'This needs');
}
