/** Copying text out of the house: done in one step and told, or, where the browser refuses, laid out for the person to copy. */
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Sheet } from './sheet.tsx';
import { Toasts, useTell } from './toasts.tsx';

/** @param told what is said once it is copied. */
type Copy = (text: string, told: string) => void;

const CopyText = createContext<Copy>(() => undefined);

export function useCopy(): Copy {
  return use(CopyText);
}

/** Also the place of the word that something was done, of whatever kind. */
export function Copying({ children }: { children: ReactNode }) {
  return (
    <Toasts>
      <Clipboard>{children}</Clipboard>
    </Toasts>
  );
}

function Clipboard({ children }: { children: ReactNode }) {
  const tell = useTell();
  const [refused, setRefused] = useState<string>();
  const copy = useCallback<Copy>(
    (text, words) => {
      const attempt = async () => {
        if (await isCopied(text)) tell({ words });
        else setRefused(text);
      };
      void attempt();
    },
    [tell],
  );
  return (
    <CopyText value={copy}>
      {children}
      {refused !== undefined && <ToCopyByHand text={refused} onClose={() => setRefused(undefined)} />}
    </CopyText>
  );
}

/** Browsers give no clipboard to a page that came over a plain connection from elsewhere, and people can forbid it. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function ToCopyByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Sheet title="Copy this text" onClose={onClose}>
      <p>Your browser did not let Attune copy it. The text is selected: copy it with your own keys or menu.</p>
      <div className="field">
        <textarea ref={field} readOnly rows={7} value={text} aria-label="Text to copy" dir="auto" />
      </div>
    </Sheet>
  );
}
