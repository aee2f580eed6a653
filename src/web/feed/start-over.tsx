/** Forgetting everything that was learned; it can be had back as long as the window is open. */
import { useQuery } from '@tanstack/react-query';
import { Press } from '../parts/press.tsx';
import { beforeQuery } from './queries.ts';
import { useStartOver } from './use-profile.ts';

export function StartOver() {
  const { data: before } = useQuery(beforeQuery());
  const { start, back } = useStartOver();
  return (
    <div className="setting">
      <p>
        Starting over forgets what it learned, what you chose to keep up with and what you said of words. Your likes,
        what you saved and your notes stay.
      </p>
      <p className="btns">
        <Press isHeard={start.isPending} onPress={() => start.mutate()}>
          Start over
        </Press>
        {before && (
          <Press isHeard={back.isPending} look="btn-link" onPress={() => back.mutate(before)}>
            Have back what it had learned
          </Press>
        )}
      </p>
    </div>
  );
}
