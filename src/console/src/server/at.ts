/** The parts of an address that are filled in. */
export const at = <T>(path: T) => ({ params: { path } });
