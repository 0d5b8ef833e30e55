/* For the test that the samplers in C are fentan's: reads lines "u n p" (n below 0: Poisson with mean p), writes a count for each. */
#include "quantiles.h"
#include <stdio.h>

int main(void) {
  double u, n, p;
  prepare_quantiles();
  while (scanf("%lf %lf %lf", &u, &n, &p) == 3)
    printf("%.0f\n", n < 0 ? poisson_quantile(u, p) : binomial_quantile(u, n, p));
  return 0;
}
