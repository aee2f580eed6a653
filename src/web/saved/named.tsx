/** A name with the way to another one, typed below it. Whoever loses the focus with the form stands at its button again. */
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { RenameForm } from './rename-form.tsx';

interface Named {
  readonly name: string;
  readonly heading: ReactNode;
  /** What the line for another name is called. */
  readonly label: string;
  /** What should be known before a name is taken, where there is something; then it is asked about. */
  readonly doubt?: (to: string) => string | undefined;
  readonly rename: Pick<UseMutationResult<unknown, Error, string>, 'mutate' | 'reset' | 'error' | 'isPending'>;
}

export function Named({ name, heading, label, doubt, rename }: Named) {
  const [renamed, setRenamed] = useState<string>();
  // It has its new name, or another one stands here now.
  if (renamed !== undefined && renamed !== name) setRenamed(undefined);
  const isNaming = renamed === name;
  const wasNaming = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasNaming.current && !isNaming && document.activeElement === document.body) button.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const open = () => {
    rename.reset();
    setRenamed(name);
  };
  const close = () => setRenamed(undefined);
  return (
    <>
      <div className="label-head">
        {heading}
        {!isNaming && (
          <button ref={button} type="button" className="btn-link" onClick={open}>
            Rename
          </button>
        )}
      </div>
      {isNaming && (
        <RenameForm
          label={label}
          name={name}
          {...(doubt && { doubt })}
          error={rename.error}
          isPending={rename.isPending}
          onRename={(to) => rename.mutate(to, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}
