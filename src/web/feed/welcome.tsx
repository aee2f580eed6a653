/** Said once to somebody who has just come in by an invitation, wherever Today leads them first. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { houseQuery } from '../parts/queries.ts';

export function Welcome() {
  const isNew = useLocation({ select: ({ state }) => state.welcome === true });
  const { data: house } = useQuery(houseQuery());
  if (!isNew || house?.you === undefined) return null;
  return (
    <p className="told welcome" role="status" dir="auto">
      Welcome, {house.you.name}. Search and read as you like. What you like, save and note is shown to you alone.
    </p>
  );
}
