/** The pages of one's own account and of whoever keeps the house, in one piece, loaded when somebody goes to one of them. */
export { AccountsPage } from './accounts-page.tsx';
export { AuditPage } from './audit-page.tsx';
export { SettingsPage } from './settings-page.tsx';
export { YouPage } from './you-page.tsx';
