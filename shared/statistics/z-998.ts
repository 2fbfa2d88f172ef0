/** The 99.9th percentile of the standard normal distribution, for two-sided 99.8 % limits: R's `qnorm(0.999)`. */
export const Z_998 = 3.090232306167813;
