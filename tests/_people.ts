/** People of a house under test: set up, invited and signed in over HTTP as their browsers would, each with a cookie of their own. */
import assert from 'node:assert/strict';
import type { App } from './_server.ts';

export const PASSWORD = 'seven quiet herons at dawn';

export interface Person {
  readonly id: string;
  readonly email: string;
  /** Asks with this person's cookie, which answers change as a browser's would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, more?: Record<string, string>): Promise<Response>;
  cookie(): string;
}

/** A browser that nobody is signed in with. */
export function browserOf(house: App): Omit<Person, 'id' | 'email'> {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const kept = async (answer: Promise<Response>): Promise<Response> => {
    const response = await answer;
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const carried = (): Record<string, string> => (jar.size === 0 ? {} : { cookie: cookie() });
  return {
    ask: (path, init = {}) =>
      kept(house.ask(path, { ...init, headers: { ...carried(), ...(init.headers as Record<string, string>) } })),
    post: (path, body, more = {}) => kept(house.post(path, body, { ...carried(), ...more })),
    cookie,
  };
}

/** The first account of the home, its administrator, made with the link that a start would print. */
export async function setUp(house: App, email = 'ada@example.org', name = 'Ada Quill'): Promise<Person> {
  const token = await house.houses.makeSetUp();
  assert.ok(token !== undefined);
  const browser = browserOf(house);
  const answer = await browser.post('/api/set-up', { token, name, email, password: PASSWORD, device: 'own' });
  return { ...browser, email, id: await idOf(answer) };
}

/** Somebody an administrator invited with these roles, signed in. */
export async function invited(
  house: App,
  by: Person,
  email: string,
  roles: readonly { readonly role: string; readonly scope: string }[] = [],
): Promise<Person> {
  const { link } = await answered<{ link: string }>(await by.post('/api/accounts/invite', { email, roles }));
  const browser = browserOf(house);
  const token = new URL(link).hash.slice(1);
  const name = (email.split('@')[0] ?? '').replaceAll('.', ' ');
  const answer = await browser.post('/api/invitation', { token, name, password: PASSWORD, device: 'shared' });
  return { ...browser, email, id: await idOf(answer) };
}

export async function answered<T>(response: Response, status = 200): Promise<T> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as T;
}

/** The code and the sentence of a refusal. */
export async function refused(response: Response, status: number): Promise<{ code: string; message: string }> {
  return (await answered<{ error: { code: string; message: string } }>(response, status)).error;
}

async function idOf(answer: Response): Promise<string> {
  return (await answered<{ you: { id: string } }>(answer)).you.id;
}
