/** What a house of the tests and the processes beside it agree on. */

/** Enough to be argon2id, little enough to be quick. */
export const CHEAP = { memory: 64, passes: 1, lanes: 1 };
export const GOOD = 'umbrella granite tuesday flute';
export const BETTER = 'paper lantern orchard velvet';
