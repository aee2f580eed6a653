/** Builds the page's parts once — the kept answers and the places — and draws them. */
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallFailed } from './parts/api.ts';
import { createPlaces } from './shell/places.tsx';
import { leadingIn } from './shell/session-over.ts';
import './styles/index.css';

const onRefusal = leadingIn(
  () => queries,
  () => places,
);
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => onRefusal(error, true) }),
  mutationCache: new MutationCache({ onError: (error) => onRefusal(error, false) }),
  defaultOptions: {
    queries: {
      // The house may stand on this very machine: a browser that calls itself offline still reaches it.
      networkMode: 'always',
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; a server that is just starting gets one second look.
      retry: (failures, error) => failures < 1 && error instanceof CallFailed && error.code === 'unreachable',
      retryDelay: 400,
    },
    mutations: { networkMode: 'always' },
  },
});
const places: ReturnType<typeof createPlaces> = createPlaces(queries);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element to draw in.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={places} />
    </QueryClientProvider>
  </StrictMode>,
);
