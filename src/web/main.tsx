/** Builds the page's parts once — the kept answers and the places — and draws them. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallFailed } from './parts/api.ts';
import { createPlaces } from './shell/places.tsx';
import './styles/index.css';

const queries = new QueryClient({
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
const places = createPlaces(queries);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element to draw in.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={places} />
    </QueryClientProvider>
  </StrictMode>,
);
