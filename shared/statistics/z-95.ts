/** The 97.5th percentile of the standard normal distribution, for a two-sided 95 % interval: R's `qnorm(0.975)`. */
export const Z_95 = 1.959963984540054;
