/** The label whose papers are shown, and another name for it. Joining one of that name is asked about: nothing parts them again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SavedAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { useTell, useTellFailure } from '../parts/toasts.tsx';
import { shortened } from '../parts/words.ts';
import { Named } from './named.tsx';

export function LabelHead({ state, labels }: { state: SavedState; labels: SavedAnswer['labels'] }) {
  const { label = '' } = state;
  const joins = (to: string): string | undefined => {
    const other = labels.find((each) => sameName(each.label, to) && !sameName(each.label, label));
    return other && `You have “${other.label}” already. Both become one, and nothing parts them again.`;
  };
  const rename = useRename(state, (to) => joins(to) !== undefined);
  return (
    <Named
      name={label}
      heading={
        <h2>
          <span className="quiet">Label</span> <bdi>{label}</bdi>
        </h2>
      }
      label="Another name for this label"
      doubt={joins}
      rename={rename}
    />
  );
}

/** @param joins whether the label of that name becomes one with another. */
function useRename(state: SavedState, joins: (to: string) => boolean) {
  const { label = '' } = state;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const onError = useTellFailure();
  const goTo = async (name: string) => {
    await navigate({ to: '/saved', search: { ...state, label: name }, replace: true });
    await Promise.all(['saved', 'mark'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
  const back = useMutation({
    mutationFn: (renamed: { label: string; to: string }) => call('renameLabel', renamed),
    onSuccess: (_, { to }) => goTo(to),
    onError,
  });
  return useMutation({
    mutationFn: async (to: string) => {
      const renamed = { from: label, isJoined: joins(to) };
      await call('renameLabel', { label, to });
      return renamed;
    },
    onSuccess: async ({ from, isJoined }, to) => {
      await goTo(to);
      const words = isJoined ? `Now one with “${shortened(to, 40)}”` : `Renamed to “${shortened(to, 40)}”`;
      tell({ words, ...(!isJoined && { press: () => back.mutate({ label: to, to: from }) }) });
    },
  });
}

/** Labels that differ in capitals alone are one. */
function sameName(one: string, other: string): boolean {
  const form = (name: string) => name.normalize('NFC').trim().toUpperCase().toLowerCase();
  return form(one) === form(other);
}
