/* math.c - module math: libm with Python's errors, and exact functions on ints. */
#include "runtime/modules/helpers.h"

#include "bytecode/code.h"

#include <float.h>
#include <math.h>

extern const ModuleSpec math_module;

static Value domain_error(VM *vm)
{
    return raise_value(vm, "math domain error");
}

static Value range_error(VM *vm)
{
    return raise_overflow(vm, "math range error");
}

/* One float in, one out: NaN from a number is a domain error; infinity from a finite number is an
 * overflow, or a pole. */
static Value unary(VM *vm, Value arg, double (*f)(double), bool can_overflow)
{
    double x;
    if (!vm_number_to_double(vm, arg, &x))
        return VALUE_RAISED;
    double r = f(x);
    if (isnan(r) && !isnan(x))
        return domain_error(vm);
    if (isinf(r) && isfinite(x))
        return can_overflow ? range_error(vm) : domain_error(vm);
    return make_float(r);
}

#define UNARY(name, function, can_overflow)                          \
    static Value math_##name(VM *vm, Value *args, int nargs)         \
    {                                                                \
        return unary(vm, args[0], function, can_overflow);           \
    }
UNARY(acos, acos, false)
UNARY(acosh, acosh, false)
UNARY(asin, asin, false)
UNARY(asinh, asinh, false)
UNARY(atan, atan, false)
UNARY(atanh, atanh, false)
UNARY(cbrt, cbrt, false)
UNARY(cos, cos, false)
UNARY(cosh, cosh, true)
UNARY(erf, erf, false)
UNARY(erfc, erfc, false)
UNARY(exp, exp, true)
UNARY(exp2, exp2, true)
UNARY(expm1, expm1, true)
UNARY(fabs, fabs, false)
UNARY(log1p, log1p, false)
UNARY(sin, sin, false)
UNARY(sinh, sinh, true)
UNARY(sqrt, sqrt, false)
UNARY(tan, tan, false)
UNARY(tanh, tanh, false)

static double degrees_of(double x)
{
    return x * (180.0 / M_PI);
}

static double radians_of(double x)
{
    return x * (M_PI / 180.0);
}

/* A function of one float that cannot fail. */
#define OF_FLOAT(name, result)                                                     \
    static Value math_##name(VM *vm, Value *args, int nargs)                       \
    {                                                                              \
        double x;                                                                  \
        return vm_number_to_double(vm, args[0], &x) ? (result) : VALUE_RAISED;     \
    }
OF_FLOAT(degrees, make_float(degrees_of(x)))
OF_FLOAT(radians, make_float(radians_of(x)))

static Value math_gamma(VM *vm, Value *args, int nargs)
{
    double x;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    if (isnan(x) || (isinf(x) && x > 0))
        return make_float(x);
    if (isinf(x) || (x <= 0 && floor(x) == x))
        return domain_error(vm);
    if (floor(x) == x && x <= 23.0) {
        double product = 1.0;
        for (double k = 2.0; k < x; k++)
            product *= k;
        return make_float(product);
    }
    double r = tgamma(x);
    return isinf(r) ? range_error(vm) : make_float(r);
}

static Value math_lgamma(VM *vm, Value *args, int nargs)
{
    double x;
    int sign;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    if (isfinite(x) && x <= 0 && floor(x) == x)
        return domain_error(vm);
    double r = lgamma_r(x, &sign);
    return isinf(r) && isfinite(x) ? range_error(vm) : make_float(r);
}

static bool two_doubles(VM *vm, Value *args, double *x, double *y)
{
    return vm_number_to_double(vm, args[0], x) && vm_number_to_double(vm, args[1], y);
}

static Value math_atan2(VM *vm, Value *args, int nargs)
{
    double y, x;
    return two_doubles(vm, args, &y, &x) ? make_float(atan2(y, x)) : VALUE_RAISED;
}

static Value math_copysign(VM *vm, Value *args, int nargs)
{
    double x, y;
    return two_doubles(vm, args, &x, &y) ? make_float(copysign(x, y)) : VALUE_RAISED;
}

static Value math_fmod(VM *vm, Value *args, int nargs)
{
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return VALUE_RAISED;
    if (isinf(y) && isfinite(x))
        return make_float(x);
    double r = fmod(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(vm) : make_float(r);
}

static Value math_remainder(VM *vm, Value *args, int nargs)
{
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return VALUE_RAISED;
    double r = remainder(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(vm) : make_float(r);
}

static Value math_pow(VM *vm, Value *args, int nargs)
{
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return VALUE_RAISED;
    double r = pow(x, y);
    if (isfinite(r) || isnan(x) || isnan(y) || isinf(x) || isinf(y))
        return make_float(r);
    if (isnan(r) || x == 0.0)
        return domain_error(vm);
    return range_error(vm);
}

static Value math_nextafter(VM *vm, Value *args, int nargs)
{
    double x, y;
    if (!two_doubles(vm, args, &x, &y))
        return VALUE_RAISED;
    if (is_unset_or_none(args[2]))
        return make_float(nextafter(x, y));
    int64_t steps;
    if (!vm_index(vm, args[2], &steps))
        return VALUE_RAISED;
    if (steps < 0)
        return raise_value(vm, "steps must be a non-negative integer");
    if (isnan(x) || isnan(y) || steps == 0)
        return make_float(isnan(x) ? x : isnan(y) ? y : x);
    /* doubles in order are integers in order, once the negative ones are turned round */
    int64_t from, to;
    memcpy(&from, &x, sizeof from);
    memcpy(&to, &y, sizeof to);
    from = from < 0 ? INT64_MIN - from : from;
    to = to < 0 ? INT64_MIN - to : to;
    uint64_t distance = from < to ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (distance <= (uint64_t)steps)
        return make_float(y);
    from = from < to ? from + steps : from - steps;
    int64_t bits = from < 0 ? INT64_MIN - from : from;
    double r;
    memcpy(&r, &bits, sizeof r);
    return make_float(r);
}

static Value math_ulp(VM *vm, Value *args, int nargs)
{
    double x;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    x = fabs(x);
    if (isnan(x) || isinf(x))
        return make_float(x);
    double next = nextafter(x, INFINITY);
    return make_float(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Value math_fma(VM *vm, Value *args, int nargs)
{
    double x, y, z;
    if (!two_doubles(vm, args, &x, &y) || !vm_number_to_double(vm, args[2], &z))
        return VALUE_RAISED;
    double r = fma(x, y, z);
    if (isfinite(r))
        return make_float(r);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z))
        return raise_value(vm, "invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z))
        return raise_overflow(vm, "overflow in fma");
    return make_float(r);
}

/* --- logarithms: of ints of any size ---------------------------------------------------------------- */

static bool log_of(VM *vm, Value arg, double (*f)(double), double *out)
{
    double x;
    if (int_is(arg)) {
        Value n = int_unbox(arg);
        if (int_sign(n) <= 0) {
            domain_error(vm);
            return false;
        }
        if (int_to_double(n, &x)) {
            *out = f(x);
            return true;
        }
        size_t shift = int_bit_length(n) - 64;
        Value high;
        IntStatus status = int_rshift(vm->heap, n, make_int(vm, (int64_t)shift), &high);
        if (status != INT_OK) {
            raise_int_status(vm, status);
            return false;
        }
        if (!int_to_double(high, &x))
            x = 0;
        *out = f(x) + f(2.0) * (double)shift;
        return true;
    }
    if (!vm_number_to_double(vm, arg, &x))
        return false;
    if (x <= 0 || isnan(x)) {
        if (isnan(x)) {
            *out = x;
            return true;
        }
        domain_error(vm);
        return false;
    }
    *out = f(x);
    return true;
}

static Value math_log(VM *vm, Value *args, int nargs)
{
    double x, base;
    if (!log_of(vm, args[0], log, &x))
        return VALUE_RAISED;
    if (value_is_unset(args[1]))
        return make_float(x);
    if (!log_of(vm, args[1], log, &base))
        return VALUE_RAISED;
    return base == 0.0 ? raise_zero_division(vm, "float division by zero") : make_float(x / base);
}

static Value math_log2(VM *vm, Value *args, int nargs)
{
    double x;
    return log_of(vm, args[0], log2, &x) ? make_float(x) : VALUE_RAISED;
}

static Value math_log10(VM *vm, Value *args, int nargs)
{
    double x;
    return log_of(vm, args[0], log10, &x) ? make_float(x) : VALUE_RAISED;
}

/* --- parts of a float --------------------------------------------------------------------------------- */

static Value math_frexp(VM *vm, Value *args, int nargs)
{
    double x;
    int exponent = 0;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    if (isfinite(x) && x != 0.0)
        x = frexp(x, &exponent);
    Value pair[2] = { make_float(x), value_small(exponent) };
    return vm_tuple_of(vm, 2, pair);
}

static Value math_ldexp(VM *vm, Value *args, int nargs)
{
    double x;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    if (!int_is(args[1]))
        return raise_type(vm, "Expected an int as second argument to ldexp.");
    int64_t exponent;
    Value n = int_unbox(args[1]);
    if (!int_to_i64(n, &exponent))
        exponent = int_sign(n) < 0 ? INT32_MIN : INT32_MAX;
    if (x == 0.0 || !isfinite(x))
        return make_float(x);
    if (exponent > INT32_MAX)
        return range_error(vm);
    double r = exponent < -5000 ? copysign(0.0, x) : ldexp(x, (int)exponent);
    return isinf(r) ? range_error(vm) : make_float(r);
}

static Value math_modf(VM *vm, Value *args, int nargs)
{
    double x, whole;
    if (!vm_number_to_double(vm, args[0], &x))
        return VALUE_RAISED;
    double fraction = isinf(x) ? copysign(0.0, x) : modf(x, &whole);
    if (isinf(x))
        whole = x;
    Value pair[2] = { make_float(fraction), make_float(whole) };
    return vm_tuple_of(vm, 2, pair);
}

OF_FLOAT(isnan, value_bool(isnan(x)))
OF_FLOAT(isinf, value_bool(isinf(x)))
OF_FLOAT(isfinite, value_bool(isfinite(x)))

static Value math_isclose(VM *vm, Value *args, int nargs)
{
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!two_doubles(vm, args, &a, &b) ||
        (!value_is_unset(args[2]) && !vm_number_to_double(vm, args[2], &relative)) ||
        (!value_is_unset(args[3]) && !vm_number_to_double(vm, args[3], &absolute)))
        return VALUE_RAISED;
    if (relative < 0.0 || absolute < 0.0)
        return raise_value(vm, "tolerances must be non-negative");
    if (a == b)
        return VALUE_TRUE;
    if (isinf(a) || isinf(b))
        return VALUE_FALSE;
    double difference = fabs(b - a);
    return value_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

/* --- rounding to int ----------------------------------------------------------------------------------- */

static Value int_of_double(VM *vm, double d)
{
    if (isnan(d))
        return raise_value(vm, "cannot convert float NaN to integer");
    if (isinf(d))
        return raise_overflow(vm, "cannot convert float infinity to integer");
    Value out;
    IntStatus status = int_from_double(vm->heap, d, &out);
    return status == INT_OK ? out : raise_int_status(vm, status);
}

static Value round_with(VM *vm, Value arg, Str *special, double (*f)(double), const char *refusal)
{
    double x;
    if (!value_is_float(arg)) {
        if (int_is(arg) && !value_is_kind(arg, KIND_BOXED))
            return int_unbox(arg);
        Value made = vm_call_special(vm, arg, special, 0, NULL);
        if (!value_is_unset(made))
            return made;
        if (refusal)
            return raise_type(vm, refusal, arg);
        if (!vm_number_to_double(vm, arg, &x))
            return VALUE_RAISED;
    } else
        x = value_float(arg);
    return int_of_double(vm, f(x));
}

static Value math_ceil(VM *vm, Value *args, int nargs)
{
    return round_with(vm, args[0], NAME(vm, __ceil__), ceil, NULL);
}

static Value math_floor(VM *vm, Value *args, int nargs)
{
    return round_with(vm, args[0], NAME(vm, __floor__), floor, NULL);
}

static Value math_trunc(VM *vm, Value *args, int nargs)
{
    return round_with(vm, args[0], NAME(vm, __trunc__), trunc, "type %T doesn't define __trunc__ method");
}

/* --- exact ints ------------------------------------------------------------------------------------------- */

static bool int_step(VM *vm, IntStatus status)
{
    if (LIKELY(status == INT_OK))
        return true;
    raise_int_status(vm, status);
    return false;
}

static Value math_gcd(VM *vm, Value *args, int nargs)
{
    Tuple *all = as_tuple(args[0]);
    Value result = value_small(0);
    for (size_t i = 0; i < tuple_length(all); i++) {
        Value n = vm_index_value(vm, all->items[i]);
        if (value_is_raised(n) || !int_step(vm, int_gcd(vm->heap, result, int_unbox(n), &result)))
            return VALUE_RAISED;
        vm_keep(vm, result);
    }
    return result;
}

static Value math_lcm(VM *vm, Value *args, int nargs)
{
    Tuple *all = as_tuple(args[0]);
    Value result = value_small(1);
    for (size_t i = 0; i < tuple_length(all); i++) {
        Value n = vm_index_value(vm, all->items[i]), g, q;
        if (value_is_raised(n))
            return n;
        n = int_unbox(n);
        if (int_sign(n) == 0 || int_sign(result) == 0) {
            result = value_small(0);
            continue;
        }
        if (!int_step(vm, int_gcd(vm->heap, result, n, &g)) ||
            !int_step(vm, int_divmod(vm->heap, result, g, &q, NULL)) ||
            !int_step(vm, int_mul(vm->heap, q, n, &result)))
            return VALUE_RAISED;
        if (int_sign(result) < 0 && !int_step(vm, int_neg(vm->heap, result, &result)))
            return VALUE_RAISED;
        vm_keep(vm, result);
    }
    return result;
}

static Value math_isqrt(VM *vm, Value *args, int nargs)
{
    Value n = vm_index_value(vm, args[0]), r;
    if (value_is_raised(n))
        return n;
    n = int_unbox(n);
    if (int_sign(n) < 0)
        return raise_value(vm, "isqrt() argument must be nonnegative");
    return int_step(vm, int_isqrt(vm->heap, n, &r)) ? r : VALUE_RAISED;
}

/* The product of from .. to, halved again and again so that the factors stay of equal size. */
static bool product_of_range(VM *vm, int64_t from, int64_t to, Value *out)
{
    if (from > to) {
        *out = value_small(1);
        return true;
    }
    if (to - from < 8) {
        *out = make_int(vm, from);
        for (int64_t k = from + 1; k <= to; k++)
            if (!int_step(vm, int_mul(vm->heap, *out, make_int(vm, k), out)))
                return false;
        return true;
    }
    int64_t middle = from + (to - from) / 2;
    Value low, high;
    size_t roots = vm->root_count;
    if (!product_of_range(vm, from, middle, &low))
        return false;
    vm_keep(vm, low);
    if (!product_of_range(vm, middle + 1, to, &high))
        return false;
    vm_keep(vm, high);
    if ((vm->attention & ATTENTION_SIGNAL) && !vm_safe_point(vm)) /* Ctrl-C */
        return false;
    vm->root_count = roots;
    return int_step(vm, int_mul(vm->heap, low, high, out));
}

static Value math_factorial(VM *vm, Value *args, int nargs)
{
    Value n = vm_index_value(vm, args[0]), out;
    int64_t k;
    if (value_is_raised(n))
        return n;
    n = int_unbox(n);
    if (int_sign(n) < 0)
        return raise_value(vm, "factorial() not defined for negative values");
    if (!int_to_i64(n, &k) || k > INT32_MAX)
        return raise_overflow(vm, "factorial() argument should not exceed %z", (int64_t)INT64_MAX);
    if (k > 200000000)
        return raise_memory(vm);
    return product_of_range(vm, 2, k, &out) ? out : VALUE_RAISED;
}

static bool two_counts(VM *vm, Value *args, Value *n, int64_t *k, bool *k_huge)
{
    *n = vm_index_value(vm, args[0]);
    if (value_is_raised(*n))
        return false;
    *n = int_unbox(*n);
    Value kv = is_unset_or_none(args[1]) ? *n : vm_index_value(vm, args[1]);
    if (value_is_raised(kv))
        return false;
    kv = int_unbox(kv);
    if (int_sign(*n) < 0) {
        raise_value(vm, "n must be a non-negative integer");
        return false;
    }
    if (int_sign(kv) < 0) {
        raise_value(vm, "k must be a non-negative integer");
        return false;
    }
    *k_huge = int_compare(kv, *n) > 0;
    if (!*k_huge && !int_to_i64(kv, k)) {
        *k = INT64_MAX;
    }
    return true;
}

/* n * (n-1) * ... k factors */
static bool falling(VM *vm, Value n, int64_t k, Value *out)
{
    int64_t small;
    if (int_to_i64(n, &small))
        return product_of_range(vm, small - k + 1, small, out);
    *out = value_small(1);
    for (int64_t i = 0; i < k; i++) {
        Value factor;
        if (!int_step(vm, int_sub(vm->heap, n, make_int(vm, i), &factor)) ||
            !int_step(vm, int_mul(vm->heap, *out, factor, out)))
            return false;
    }
    return true;
}

static Value math_perm(VM *vm, Value *args, int nargs)
{
    Value n, out;
    int64_t k = 0;
    bool none;
    if (is_unset_or_none(args[1]))
        return math_factorial(vm, args, 1);
    if (!two_counts(vm, args, &n, &k, &none))
        return VALUE_RAISED;
    if (none)
        return value_small(0);
    if (k > 200000000)
        return raise_overflow(vm, "k must not exceed %z", (int64_t)INT64_MAX);
    return falling(vm, n, k, &out) ? out : VALUE_RAISED;
}

static Value math_comb(VM *vm, Value *args, int nargs)
{
    Value n, top, bottom, out, rest;
    int64_t k = 0, other;
    bool none;
    if (!two_counts(vm, args, &n, &k, &none))
        return VALUE_RAISED;
    if (none)
        return value_small(0);
    if (!int_step(vm, int_sub(vm->heap, n, make_int(vm, k), &rest)))
        return VALUE_RAISED;
    if (int_to_i64(rest, &other) && other < k)
        k = other;
    if (k > 200000000)
        return raise_overflow(vm, "min(n - k, k) must not exceed %z", (int64_t)INT64_MAX);
    if (!falling(vm, n, k, &top) || !product_of_range(vm, 2, k, &bottom) ||
        !int_step(vm, int_divmod(vm->heap, top, bottom, &out, NULL)))
        return VALUE_RAISED;
    return out;
}

/* --- sums -------------------------------------------------------------------------------------------------- */

typedef struct {
    double *partials;
    size_t count, capacity;
    double special, infinities;
    bool bad;
} ExactSum;

static bool sum_add(VM *vm, void *ctx, Value item)
{
    ExactSum *s = ctx;
    double x;
    if (!vm_number_to_double(vm, item, &x))
        return false;
    double start = x;
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++) { /* Shewchuk: partials that do not overlap */
        double y = s->partials[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0)
            s->partials[kept++] = low;
        x = high;
    }
    s->count = kept;
    if (x == 0.0)
        return true;
    if (!isfinite(x)) {
        if (isfinite(start)) {
            raise_overflow(vm, "intermediate overflow in fsum");
            return false;
        }
        if (isinf(start))
            s->infinities += start;
        s->special += start;
        s->count = 0;
        return true;
    }
    if (s->count == s->capacity) {
        size_t more = s->capacity ? s->capacity * 2 : START(32);
        double *grown = heap_array(vm->heap, s->partials, s->capacity * sizeof(double), more * sizeof(double));
        if (!grown) {
            raise_memory(vm);
            return false;
        }
        s->partials = grown;
        s->capacity = more;
    }
    s->partials[s->count++] = x;
    return true;
}

static Value math_fsum(VM *vm, Value *args, int nargs)
{
    ExactSum s = { 0 };
    Value result = VALUE_RAISED;
    if (vm_each(vm, args[0], sum_add, &s)) {
        double high = 0.0;
        if (s.special != 0.0)
            result = isnan(s.infinities) ? raise_value(vm, "-inf + inf in fsum") : make_float(s.special);
        else {
            size_t n = s.count;
            if (n > 0) {
                high = s.partials[--n];
                double low = 0.0;
                while (n > 0) {
                    double x = high, y = s.partials[--n];
                    high = x + y;
                    low = y - (high - x);
                    if (low != 0.0)
                        break;
                }
                if (n > 0 && ((low < 0.0 && s.partials[n - 1] < 0.0) || (low > 0.0 && s.partials[n - 1] > 0.0))) {
                    double y = low * 2.0, x = high + y;
                    if (y == x - high)
                        high = x;
                }
            }
            result = make_float(high);
        }
    }
    heap_array_free(vm->heap, s.partials, s.capacity * sizeof(double));
    return result;
}

/* Square root of a sum of squares, scaled by the largest and summed in extended precision. */
static double norm(const double *v, size_t count)
{
    double largest = 0.0;
    bool nan = false;
    for (size_t i = 0; i < count; i++) {
        nan |= isnan(v[i]);
        largest = fabs(v[i]) > largest ? fabs(v[i]) : largest;
    }
    if (isinf(largest))
        return INFINITY;
    if (nan)
        return NAN;
    if (largest == 0.0)
        return 0.0;
    int exponent;
    frexp(largest, &exponent);
    long double sum = 0.0L;
    for (size_t i = 0; i < count; i++) {
        long double x = ldexpl((long double)v[i], -exponent);
        sum += x * x;
    }
    return (double)ldexpl(sqrtl(sum), exponent);
}

static Value math_hypot(VM *vm, Value *args, int nargs)
{
    Tuple *all = as_tuple(args[0]);
    size_t count = tuple_length(all);
    double few[16], *v = few;
    if (count > 16 && !(v = heap_array(vm->heap, NULL, 0, count * sizeof *v)))
        return raise_memory(vm);
    bool good = true;
    for (size_t i = 0; good && i < count; i++)
        good = vm_number_to_double(vm, all->items[i], &v[i]);
    Value result = good ? make_float(norm(v, count)) : VALUE_RAISED;
    if (v != few)
        heap_array_free(vm->heap, v, count * sizeof *v);
    return result;
}

static Value math_dist(VM *vm, Value *args, int nargs)
{
    Tuple *p = vm_tuple_from(vm, args[0]);
    if (!p)
        return VALUE_RAISED;
    args[0] = OBJ(p);
    Tuple *q = vm_tuple_from(vm, args[1]);
    if (!q)
        return VALUE_RAISED;
    args[1] = OBJ(q);
    size_t count = tuple_length(p);
    if (count != tuple_length(q))
        return raise_value(vm, "both points must have the same number of dimensions");
    double few[16], *v = few;
    if (count > 16 && !(v = heap_array(vm->heap, NULL, 0, count * sizeof *v)))
        return raise_memory(vm);
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        double a, b;
        good = vm_turn(vm, i) && vm_number_to_double(vm, p->items[i], &a) &&
               vm_number_to_double(vm, q->items[i], &b);
        v[i] = good ? a - b : 0;
    }
    Value result = good ? make_float(norm(v, count)) : VALUE_RAISED;
    if (v != few)
        heap_array_free(vm->heap, v, count * sizeof *v);
    return result;
}

static bool multiply(VM *vm, void *ctx, Value item)
{
    Value *product = ctx;
    *product = vm_binary(vm, OP_MUL, *product, item);
    return !value_is_raised(*product);
}

static Value math_prod(VM *vm, Value *args, int nargs)
{
    args[1] = arg_or(args[1], value_small(1)); /* the product lives in an argument slot: visible to the collector */
    return vm_each(vm, args[0], multiply, &args[1]) ? args[1] : VALUE_RAISED;
}

static Value math_sumprod(VM *vm, Value *args, int nargs)
{
    Tuple *p = vm_tuple_from(vm, args[0]);
    if (!p)
        return VALUE_RAISED;
    args[0] = OBJ(p);
    Tuple *q = vm_tuple_from(vm, args[1]);
    if (!q)
        return VALUE_RAISED;
    args[1] = OBJ(q);
    size_t count = tuple_length(p);
    if (count != tuple_length(q))
        return raise_value(vm, "Inputs are not the same length");
    bool floats = count > 0;
    for (size_t i = 0; floats && i < count; i++)
        floats = value_is_float(p->items[i]) && value_is_float(q->items[i]);
    if (floats) { /* products without error (fma), summed with two words of carry */
        double high = 0.0, low = 0.0, tiny = 0.0;
        for (size_t i = 0; i < count; i++) {
            double x = value_float(p->items[i]), y = value_float(q->items[i]);
            if (!vm_turn(vm, i))
                return VALUE_RAISED;
            double product = x * y, error = fma(x, y, -product);
            double sum = high + product, z = sum - high, e1 = (high - (sum - z)) + (product - z);
            double s2 = low + error, z2 = s2 - low, e2 = (low - (s2 - z2)) + (error - z2);
            double s3 = s2 + e1, z3 = s3 - s2, e3 = (s2 - (s3 - z3)) + (e1 - z3);
            high = sum;
            low = s3;
            tiny += e2 + e3;
        }
        double total = high + (low + tiny);
        if (isfinite(total))
            return make_float(total);
    }
    Value total = value_small(0);
    for (size_t i = 0; i < count; i++) {
        Value product = vm_binary(vm, OP_MUL, p->items[i], q->items[i]);
        if (value_is_raised(product))
            return product;
        total = vm_keep(vm, vm_binary(vm, OP_ADD, total, product));
        if (value_is_raised(total))
            return total;
    }
    return total;
}

#define CONSTANT(name, value)            \
    static Value const_##name(VM *vm)    \
    {                                    \
        return make_float(value);        \
    }
CONSTANT(pi, M_PI)
CONSTANT(e, M_E)
CONSTANT(tau, 2.0 * M_PI)
CONSTANT(inf, INFINITY)
CONSTANT(nan, NAN)
static const ConstSpec constants[] = { { "pi", const_pi },   { "e", const_e },     { "tau", const_tau },
                                       { "inf", const_inf }, { "nan", const_nan }, { 0 } };

#define ROW(name, signature, help) { #name, math_##name, signature, 0, 0, 0, help }
static const NativeSpec functions[] = {
    ROW(acos, "x, /", "Arc cosine, in radians."),
    ROW(acosh, "x, /", "Inverse hyperbolic cosine."),
    ROW(asin, "x, /", "Arc sine, in radians."),
    ROW(asinh, "x, /", "Inverse hyperbolic sine."),
    ROW(atan, "x, /", "Arc tangent, in radians."),
    ROW(atan2, "y, x, /", "Arc tangent of y/x, in the right quadrant."),
    ROW(atanh, "x, /", "Inverse hyperbolic tangent."),
    ROW(cbrt, "x, /", "Cube root."),
    ROW(ceil, "x, /", "The smallest int not below x."),
    ROW(comb, "n, k, /", "In how many ways k of n can be chosen."),
    ROW(copysign, "x, y, /", "x with the sign of y."),
    ROW(cos, "x, /", "Cosine of x radians."),
    ROW(cosh, "x, /", "Hyperbolic cosine."),
    ROW(degrees, "x, /", "Radians as degrees."),
    ROW(dist, "p, q, /", "Distance of two points."),
    ROW(erf, "x, /", "Error function."),
    ROW(erfc, "x, /", "1 - erf(x)."),
    ROW(exp, "x, /", "e to the power x."),
    ROW(exp2, "x, /", "2 to the power x."),
    ROW(expm1, "x, /", "exp(x) - 1, exact for small x."),
    ROW(fabs, "x, /", "Absolute value as a float."),
    ROW(factorial, "n, /", "1 * 2 * ... * n."),
    ROW(floor, "x, /", "The largest int not above x."),
    ROW(fma, "x, y, z, /", "x * y + z with one rounding."),
    ROW(fmod, "x, y, /", "Remainder with the sign of x."),
    ROW(frexp, "x, /", "(m, e) with x == m * 2**e."),
    ROW(fsum, "seq, /", "Exact sum, rounded once."),
    ROW(gamma, "x, /", "Gamma function."),
    ROW(gcd, "*integers", "Greatest common divisor."),
    ROW(hypot, "*coordinates", "Distance from the origin."),
    ROW(isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Are a and b nearly equal?"),
    ROW(isfinite, "x, /", "Neither infinite nor NaN?"),
    ROW(isinf, "x, /", "Infinite?"),
    ROW(isnan, "x, /", "Not a number?"),
    ROW(isqrt, "n, /", "Integer part of the square root."),
    ROW(lcm, "*integers", "Least common multiple."),
    ROW(ldexp, "x, i, /", "x * 2**i."),
    ROW(lgamma, "x, /", "Natural logarithm of abs(gamma(x))."),
    ROW(log, "x, base=e, /", "Logarithm, natural by default."),
    ROW(log10, "x, /", "Logarithm to base 10."),
    ROW(log1p, "x, /", "log(1 + x), exact for small x."),
    ROW(log2, "x, /", "Logarithm to base 2."),
    ROW(modf, "x, /", "Fraction and whole part."),
    ROW(nextafter, "x, y, /, *, steps=None", "The next float from x towards y."),
    ROW(perm, "n, k=None, /", "In how many ways k of n can be put in a row."),
    ROW(pow, "x, y, /", "x to the power y, as floats."),
    ROW(prod, "iterable, /, *, start=1", "Product of all items."),
    ROW(radians, "x, /", "Degrees as radians."),
    ROW(remainder, "x, y, /", "Difference to the nearest multiple of y."),
    ROW(sin, "x, /", "Sine of x radians."),
    ROW(sinh, "x, /", "Hyperbolic sine."),
    ROW(sqrt, "x, /", "Square root."),
    ROW(sumprod, "p, q, /", "Sum of the products of pairs."),
    ROW(tan, "x, /", "Tangent of x radians."),
    ROW(tanh, "x, /", "Hyperbolic tangent."),
    ROW(trunc, "x, /", "x without its fraction."),
    ROW(ulp, "x, /", "Value of the last bit of x."),
    { 0 },
};

const ModuleSpec math_module = { "math", "Mathematical functions.", functions, constants, NULL };
