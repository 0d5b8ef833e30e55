/*
 * The inverse distribution functions of src/random in C, step by step the same: normal, Poisson and binomial. Where they come from
 * stands there: src/random/{normalQuantile,countExpansion,poissonQuantile,binomialQuantile,settleCount,saddlePoint,countProbability,
 * gammaTails,betaTails}.ts.
 */
#ifndef QUANTILES_H
#define QUANTILES_H
#include <math.h>

#define SEARCHED_BELOW 4.0
#define SEARCHED_TAIL 0x1p-20
#define HORNER8(r, a7, a6, a5, a4, a3, a2, a1, a0) \
  ((((((((a7) * (r) + (a6)) * (r) + (a5)) * (r) + (a4)) * (r) + (a3)) * (r) + (a2)) * (r) + (a1)) * (r) + (a0))

static double reciprocals[32];
static double stirling_error_of_integer[16];

static inline double stirling_by_series(double x) {
  const double r = 1 / (x * x);
  const double series =
      1.0 / 12 -
      r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360 - r / 156)))));
  return series / x;
}

static inline double stirling_by_recursion(double x) {
  double sum = 0;
  for (; x < 16; x++) sum += (x + 0.5) * log1p(1 / x) - 1;
  return sum + stirling_by_series(x);
}

static inline void prepare_quantiles(void) {
  for (int k = 0; k < 32; k++) reciprocals[k] = 1.0 / k;
  for (int k = 1; k < 16; k++) stirling_error_of_integer[k] = stirling_by_recursion(k);
}

static inline double stirling_error(double x) {
  if (x >= 16) return stirling_by_series(x);
  return x == floor(x) ? stirling_error_of_integer[(int)x] : stirling_by_recursion(x);
}

static inline double deviance(double count, double mean) {
  if (count == 0) return mean;
  const double difference = count - mean;
  if (fabs(difference) >= 0.1 * (count + mean)) return count * log(count / mean) - difference;
  const double v = difference / (count + mean);
  double sum = difference * v, power = 2 * count * v;
  for (int odd = 3;; odd += 2) {
    power *= v * v;
    const double next = sum + power / odd;
    if (next == sum) return sum;
    sum = next;
  }
}

static inline double poisson_probability(double count, double mean) {
  if (mean == 0) return count == 0;
  if (count == 0) return exp(-mean);
  return exp(-stirling_error(count) - deviance(count, mean)) / sqrt(2 * M_PI * count);
}

static inline double log_of_part(double part, double rest) { return rest < part ? log1p(-rest) : log(part); }

static inline double binomial_probability(double successes, double failures, double p, double q) {
  if (successes == 0) return exp(failures * log_of_part(q, p));
  if (failures == 0) return exp(successes * log_of_part(p, q));
  const double n = successes + failures;
  const double exponent = stirling_error(n) - stirling_error(successes) - stirling_error(failures) -
                          deviance(successes, n * p) - deviance(failures, n * q);
  return exp(exponent) * sqrt(n / (2 * M_PI * successes * failures));
}

static inline double gamma_by_series(double shape, double x) {
  if (x <= 0) return 0;
  double sum = 1, term = 1;
  for (int k = 1; term > 1e-17 * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * poisson_probability(shape, x);
}

static inline double gamma_by_fraction(double shape, double x) {
  double inverse = 1 / (x + 1 - shape), change = inverse, sum = inverse;
  for (int k = 1; fabs(change) > 1e-17 * sum; k++) {
    const double step = k * (shape - k) * inverse;
    inverse = 1 / (x + 1 - shape + 2 * k + step);
    change *= -step * inverse;
    sum += change;
  }
  return sum * shape * poisson_probability(shape, x);
}

static inline double gamma_lower_tail(double shape, double x) {
  return x < shape + 1 ? gamma_by_series(shape, x) : 1 - gamma_by_fraction(shape, x);
}

static inline double gamma_upper_tail(double shape, double x) {
  return x < shape + 1 ? 1 - gamma_by_series(shape, x) : gamma_by_fraction(shape, x);
}

static inline double beta_by_fraction(double a, double b, double x, double y) {
  const double to_mean = a * y - b * x + 1;
  double inverse = (a + 1) / (a * to_mean), change = inverse, sum = inverse;
  for (int k = 1; fabs(change) > 1e-17 * sum; k++) {
    const double odd = a + 2 * k - 1;
    const double choose = (k * (b - k) * x) / odd;
    const double step = (((a + k - 1) * (a + b + k - 1) * x) / odd) * choose * inverse;
    inverse = 1 / (k + choose + ((a + k) * (to_mean + k * (1 + y))) / (odd + 2) + step);
    change *= -step * inverse;
    sum += change;
  }
  return (sum * a * b * binomial_probability(a, b, x, y)) / (a + b);
}

static inline double beta_lower_tail(double a, double b, double x, double y) {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x * (a + b + 2) < a + 1 ? beta_by_fraction(a, b, x, y) : 1 - beta_by_fraction(b, a, y, x);
}

/* A count's law: n < 0 stands for Poisson with the mean p. */
typedef struct {
  double n, p, q;
} Law;

static inline double at_most(Law law, double count) {
  if (law.n < 0) return gamma_upper_tail(count + 1, law.p);
  return count >= law.n ? 1 : beta_lower_tail(law.n - count, count + 1, law.q, law.p);
}

static inline double above(Law law, double count) {
  if (law.n < 0) return gamma_lower_tail(count + 1, law.p);
  return count >= law.n ? 0 : beta_lower_tail(count + 1, law.n - count, law.p, law.q);
}

static inline int reaches(Law law, double u, double count) {
  return u < 0.5 ? at_most(law, count) >= u : above(law, count) <= 1 - u;
}

static inline double settle_count(Law law, double u, double guess) {
  double missed, reached, step = 2;
  const double start = fmax(0, guess);
  if (reaches(law, u, start)) {
    reached = start;
    for (missed = reached - 1; missed >= 0 && reaches(law, u, missed); step *= 2) {
      reached = missed;
      missed -= step;
    }
    missed = fmax(missed, -1);
  } else {
    missed = start;
    for (reached = missed + 1; !reaches(law, u, reached); step *= 2) {
      missed = reached;
      reached += step;
    }
  }
  while (reached - missed > 1) {
    const double middle = floor((missed + reached) / 2);
    if (reaches(law, u, middle)) reached = middle;
    else missed = middle;
  }
  return reached;
}

static inline double normal_quantile(double u) {
  const double from_half = u - 0.5;
  if (fabs(from_half) <= 0.425) {
    const double r = 0.180625 - from_half * from_half;
    return from_half *
           HORNER8(r, 2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
                   1971.5909503065513, 133.14166789178438, 3.3871328727963665) /
           HORNER8(r, 5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
                   687.1870074920579, 42.31333070160091, 1.0);
  }
  double size, r = sqrt(-log(from_half < 0 ? u : 1 - u));
  if (r <= 5) {
    r -= 1.6;
    size = HORNER8(r, 0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
                   3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835) /
           HORNER8(r, 1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
                   0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0);
  } else {
    r -= 5;
    size = HORNER8(r, 2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
                   0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103) /
           HORNER8(r, 2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
                   0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1.0);
  }
  return from_half < 0 ? -size : size;
}

/* The counts on either side of what the expansion's error allows: equal nearly always, then that is the quantile. */
static inline double expand(Law law, double u, double mean, double sd, double skew, double pq) {
  const double w = normal_quantile(u), ww = w * w, h = 1 / sd;
  const double order1 = 1.0 / 2 + skew * (ww - 1) * (1.0 / 6);
  const double order2 = w * ((7 * pq - 1) * (1.0 / 36) - (2 * pq + 1) * ww * (1.0 / 72));
  const double order3 = skew * (2 + pq) * (ww * (7 + 3 * ww) - 16) * (1.0 / 1620);
  const double x = mean + (sd * w + (order1 + h * (order2 + h * order3)));
  const double error = (0.04 + 0.002 * ww * ww * ww) / (sd * sd * sd) + 1e-15 * mean;
  const double count = floor(x - error);
  if (count == floor(x + error)) return count;
  const double guess = floor(x);
  return settle_count(law, u, law.n >= 0 && guess > law.n ? law.n : guess);
}

static inline double poisson_quantile(double u, double mean) {
  if (u <= 1 - mean) return 0;
  const Law law = {-1, mean, 0};
  if (mean >= SEARCHED_BELOW) return expand(law, u, mean, sqrt(mean), 1, 0);
  if (1 - u < SEARCHED_TAIL) return settle_count(law, u, ceil(mean));
  double probability = exp(-mean), sum = probability;
  int count = 0;
  while (sum < u) {
    count++;
    probability *= mean * reciprocals[count];
    sum += probability;
  }
  return count;
}

static inline double log_of_rest(double p) {
  if (p > 1.0 / 16) return log1p(-p);
  const double z = p / (2 - p), zz = z * z;
  return -2 * z * (1 + zz * (1.0 / 3 + zz * (1.0 / 5 + zz * (1.0 / 7 + zz * (1.0 / 9 + zz * (1.0 / 11))))));
}

static inline double search_binomial(double u, double n, double p, double q) {
  const double odds = p / q;
  double probability = exp(n * log_of_rest(p)), sum = probability;
  int count = 0;
  while (sum < u) {
    probability *= (n - count) * odds * reciprocals[count + 1];
    sum += probability;
    count++;
  }
  return count;
}

static inline double binomial_quantile(double u, double n, double p) {
  if (u <= 1 - n * p) return 0;
  const double q = 1 - p;
  const Law law = {n, p, q};
  if (n * fmin(p, q) >= SEARCHED_BELOW) return expand(law, u, n * p, sqrt(n * p * q), q - p, p * q);
  if (p <= q)
    return 1 - u < SEARCHED_TAIL ? settle_count(law, u, fmin(ceil(n * p), n)) : search_binomial(u, n, p, q);
  return u < SEARCHED_TAIL ? settle_count(law, u, floor(n * p)) : n - search_binomial(1 - u, n, q, p);
}
#endif
