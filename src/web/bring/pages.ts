/** The pages of this part in one piece, loaded when somebody goes to either. */
export { BringPage } from './bring-page.tsx';
export { JobsPage } from './jobs-page.tsx';
