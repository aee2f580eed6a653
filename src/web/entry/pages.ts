/** The pages before the door in one piece, loaded when somebody goes to one of them. */
export { LinkPage } from './link-page.tsx';
export { SetUpPage } from './set-up-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
export { WalkInPage } from './walk-in-page.tsx';
