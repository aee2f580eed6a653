/** The page of this part in one piece, loaded when somebody goes there. */
export { CheckPage } from './check-page.tsx';
