/* Apportionment and reaction, as src/engine/{apportion,askSharers,rounding,react,lapsePerYear}.ts have them for equal shares. */
#ifndef SHARE_H
#define SHARE_H
#include "rates.h"
#include <math.h>

#define WHOLE 1e-12
#define NOTHING 1e-9

static inline double round_up(double amount, double unit) {
  const double units = ceil((amount / unit) * (1 - WHOLE) - NOTHING);
  return units > 0 ? units / round(1 / unit) : 0;
}

static inline double settled(double left, double payment) {
  return fabs(left) <= WHOLE * fabs(payment) ? 0 : left;
}

/* Mean share of the last periods, as many as there have been, times the periods of a year; shares `stride` apart. */
static inline double recent_share(const Rates *r, const double *shares, int t, int stride) {
  const int first = t - r->look_back + 1 > 0 ? t - r->look_back + 1 : 0;
  double sum = 0;
  for (int i = first; i <= t; i++) sum += shares[(long)i * stride];
  return sum / (t - first + 1) * r->per_year;
}

/* ln (share / reference), not below 0. */
static inline double ln_above_reference(const Rates *r, double share) {
  return share > r->reference ? log(share / r->reference) : 0;
}

/*
 * The probability that a member of a class stays at the start of the next period: the power reaction multiplies the intensity
 * -ln(1 - lapse) by (share / reference)^elasticity where that is above 1.
 */
static inline double next_stay(const Rates *r, int k, double above) {
  return exp(r->ln_stay[k] * exp(r->elasticity[k] * above));
}
#endif
