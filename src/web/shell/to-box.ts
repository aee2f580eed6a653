/** The step to the search box, from anywhere. */

/** The id of the search box, where a page has one. */
const BOX = 'q';

/**
 * Goes to the box and selects what stands in it, so that a new search replaces the old.
 * @param elsewhere goes to the page with the box, for when this one has none.
 */
export function goToBox(elsewhere: () => void): void {
  const box = document.getElementById(BOX);
  if (box === null) return elsewhere();
  box.focus();
  if (box instanceof HTMLTextAreaElement) box.select();
}
