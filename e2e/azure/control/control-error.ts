/** Nonsense in a control request, told to whoever wrote the test. */
export class ControlError extends Error {}
