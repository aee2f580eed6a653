/** The only way out of the house: requests to services elsewhere, paced, guarded, and tried again where that helps. */
export { TryAgain } from './failure.ts';
export { sendMail } from './mail.ts';
export type { Mail } from './mail.ts';
export { createOutside } from './outside.ts';
export type { Outside, OutsideOptions } from './outside.ts';
export type { Answer } from './send.ts';
export type { OutsideRequest, Service, ServiceOptions } from './service.ts';
