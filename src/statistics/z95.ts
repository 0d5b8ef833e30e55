/** 95 % of normal numbers lie within this many standard deviations of their mean: an interval's half-width in standard errors. */
export const z95 = 1.959964;
