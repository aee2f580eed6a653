/** The label whose papers are shown, and another name for it. Joining one of that name is asked about: nothing parts them again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { useTell } from '../parts/toasts.tsx';
import { shortened } from '../parts/words.ts';
import { RenameForm } from './rename-form.tsx';

export function LabelHead({ state, labels }: { state: SavedState; labels: SavedAnswer['labels'] }) {
  const { label = '' } = state;
  const [isNaming, setIsNaming] = useState(false);
  const rename = useRename(state, () => setIsNaming(false));
  const joins = (to: string): string | undefined => {
    const other = labels.find((each) => sameName(each.label, to) && !sameName(each.label, label));
    return other && `You have “${other.label}” already. Both become one, and nothing parts them again.`;
  };
  if (!isNaming)
    return (
      <div className="label-head">
        <h2>
          <span className="quiet">Label</span> <bdi>{label}</bdi>
        </h2>
        <button type="button" className="btn-link" onClick={() => setIsNaming(true)}>
          Rename
        </button>
      </div>
    );
  return (
    <RenameForm
      label="Another name for this label"
      name={label}
      doubt={joins}
      error={rename.error}
      isPending={rename.isPending}
      onRename={(to) => rename.mutate({ to, isJoined: joins(to) !== undefined })}
      onClose={() => setIsNaming(false)}
    />
  );
}

function useRename(state: SavedState, onDone: () => void) {
  const { label = '' } = state;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const goTo = async (name: string) => {
    await navigate({ to: '/saved', search: { ...state, label: name }, replace: true });
    await Promise.all(['saved', 'mark'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const back = useMutation({
    mutationFn: (from: string) => call('renameLabel', { label: from, to: label }),
    onSuccess: () => goTo(label),
    onError: (error) => tell({ words: `Not done: ${error.message}` }),
  });
  return useMutation({
    mutationFn: ({ to }: { to: string; isJoined: boolean }) => call('renameLabel', { label, to }),
    onSuccess: async (_, { to, isJoined }) => {
      onDone();
      await goTo(to);
      const words = isJoined ? `Now one with “${shortened(to, 40)}”` : `Renamed to “${shortened(to, 40)}”`;
      tell({ words, ...(!isJoined && { press: () => back.mutate(to) }) });
    },
  });
}

/** Labels that differ in capitals alone are one. */
function sameName(one: string, other: string): boolean {
  const form = (name: string) => name.normalize('NFC').trim().toUpperCase().toLowerCase();
  return form(one) === form(other);
}
