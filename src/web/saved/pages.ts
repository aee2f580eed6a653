/** The pages of what one keeps, fetched together when somebody goes to one of them. */
export { CollectionPage } from './collection-page.tsx';
export { CollectionsPage } from './collections-page.tsx';
export { SavedPage } from './saved-page.tsx';
