/**
 * One test of numbers that should be independent and uniform on (0, 1): gives its p-value, uniform if they are.
 *
 * @param w uniform and from elsewhere: smooths what is counted
 */
export type Test = (uniforms: Float64Array, w: number) => number;
