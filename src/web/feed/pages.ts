/** The pages around Today, loaded together when somebody goes to one of them; Today itself, where everybody begins, comes alone. */
export { DayPage } from './day-page.tsx';
export { DaysPage } from './days-page.tsx';
export { InterestsPage } from './interests-page.tsx';
export { FeedProfilePage } from './profile-page.tsx';
export { StreamPage } from './stream-page.tsx';
