/** The shape of what each route of the contract does. The request comes checked, the answer goes out in the contract's shape. */
import type { z } from 'zod';
import type { RouteName, ROUTES } from '#api/index.ts';
import type { Call } from './call.ts';
import type { FileAnswer } from './file-answer.ts';

type Routes = typeof ROUTES;

/** From the request as its schema gives it to the answer as its schema takes it. */
export type Handler<N extends RouteName> = (
  request: z.output<Routes[N]['request']>,
  call: Call,
) => Promise<Routes[N] extends { readonly givesFile: true } ? FileAnswer : z.input<Routes[N]['answer']>>;

export type Handlers = { readonly [N in RouteName]: Handler<N> };
