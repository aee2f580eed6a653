/** One setting: kept at once, told, and taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { settingsQuery } from './queries.ts';

export function useSetting({ key, value = '' }: SettingView) {
  const queries = useQueryClient();
  const confirm = useConfirming();
  /** What stood there before the last change, as long as that can be taken back. */
  const [before, setBefore] = useState<string>();
  const set = useMutation({
    // One after the other, as they were typed.
    scope: { id: `setting ${key}` },
    mutationFn: (to: string) => confirm(() => call('setSetting', { key, value: to === '' ? null : to })),
    onSuccess: (answer) => {
      setBefore(value);
      queries.setQueryData(settingsQuery().queryKey, answer);
      // The name and the contact stand around every page.
      void queries.invalidateQueries({ queryKey: ['house'] });
    },
  });
  return { set, before, isKept: set.isSuccess };
}
