/** Which page of the ranked papers is shown, as it stands in the address. */
export interface StreamState {
  readonly page?: number;
}

export function readStreamState({ page }: Record<string, unknown>): StreamState {
  const number = Number(page);
  return Number.isInteger(number) && number > 1 && number <= 10_000 ? { page: number } : {};
}
