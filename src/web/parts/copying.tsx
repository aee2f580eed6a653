/** Copying text out of the house: done in one step and told, or, where the browser refuses, laid out for the person to copy. */
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Sheet } from './sheet.tsx';

/** How long the word about it stays, in milliseconds: time to read it, and no more. */
const TOLD_FOR = 5_000;

/** @param told what is said once it is copied. */
type Copy = (text: string, told: string) => void;

const CopyText = createContext<Copy>(() => undefined);

export function useCopy(): Copy {
  return use(CopyText);
}

export function Copying({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<{ words: string; times: number }>();
  const [refused, setRefused] = useState<string>();
  useEffect(() => {
    if (told === undefined) return;
    const timer = setTimeout(() => setTold(undefined), TOLD_FOR);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = useCallback<Copy>((text, words) => {
    const attempt = async () => {
      if (await isCopied(text)) setTold((before) => ({ words, times: (before?.times ?? 0) + 1 }));
      else setRefused(text);
    };
    void attempt();
  }, []);
  return (
    <CopyText value={copy}>
      {children}
      <div role="status" aria-live="polite" className={told ? 'toast' : undefined}>
        {told && <p key={told.times}>{told.words}</p>}
      </div>
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
