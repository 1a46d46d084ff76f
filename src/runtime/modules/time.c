/* time.c - module time. Clocks are asked through the runtime's clock, so that a virtual clock jumps here too. */
#include "base/platform.h"
#include "runtime/loop/clock.h"
#include "runtime/loop/report.h"
#include "runtime/loop/threads.h"
#include "runtime/modules/helpers.h"
#include "runtime/world.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>

extern const ModuleSpec time_module;

static double seconds_of(int64_t ns)
{
    return (double)(ns / 1000000000) + (double)(ns % 1000000000) * 1e-9;
}

/* In virtual time computing takes none. */
static int64_t cpu_ns(VM *vm, bool thread)
{
    return clock_of(vm)->is_virtual ? 0 : thread ? platform_thread_cpu_ns() : platform_cpu_ns();
}

static Value time_time(VM *vm, Value *args, int nargs)
{
    return make_float(seconds_of(runtime_wall_ns(vm)));
}

static Value time_time_ns(VM *vm, Value *args, int nargs)
{
    return make_int(vm, runtime_wall_ns(vm));
}

static Value time_monotonic(VM *vm, Value *args, int nargs)
{
    return make_float(seconds_of(runtime_now_ns(vm)));
}

static Value time_monotonic_ns(VM *vm, Value *args, int nargs)
{
    return make_int(vm, runtime_now_ns(vm));
}

static Value time_process_time(VM *vm, Value *args, int nargs)
{
    return make_float(seconds_of(cpu_ns(vm, false)));
}

static Value time_process_time_ns(VM *vm, Value *args, int nargs)
{
    return make_int(vm, cpu_ns(vm, false));
}

static Value time_thread_time(VM *vm, Value *args, int nargs)
{
    return make_float(seconds_of(cpu_ns(vm, true)));
}

/* The real clock is another one each time; the virtual one needs no telling. */
#define CLOCK(fn, what)                                                                                 \
    static Value fn##_told(VM *vm, Value *args, int nargs)                                              \
    {                                                                                                   \
        bool told = OBSERVED(vm) && !clock_of(vm)->is_virtual;                                          \
        return told ? world_call(vm, what, fn, args, nargs) : fn(vm, args, nargs);                      \
    }
CLOCK(time_time, "time.time")
CLOCK(time_time_ns, "time.time")
CLOCK(time_monotonic, "time.monotonic")
CLOCK(time_monotonic_ns, "time.monotonic")
CLOCK(time_process_time, "time.process_time")
CLOCK(time_process_time_ns, "time.process_time")
CLOCK(time_thread_time, "time.thread_time")

static Value time_sleep(VM *vm, Value *args, int nargs)
{
    int64_t ns;
    if (value_is_float(args[0])) {
        double s = value_float(args[0]);
        if (isnan(s))
            return raise_value(vm, "Invalid value NaN (not a number)");
        if (s < 0)
            return raise_value(vm, "sleep length must be non-negative");
        if (s >= 9223372036.0)
            return raise_overflow(vm, "timestamp out of range for platform time_t");
        ns = (int64_t)ceil(s * 1e9);
    } else {
        int64_t whole;
        if (!vm_index(vm, args[0], &whole))
            return VALUE_RAISED;
        if (whole < 0)
            return raise_value(vm, "sleep length must be non-negative");
        if (__builtin_mul_overflow(whole, (int64_t)1000000000, &ns))
            return raise_overflow(vm, "timestamp too large to convert to C PyTime_t");
    }
    if (threads_used(vm->loops))
        return threads_sleep(vm, ns);
    return runtime_sleep_ns(vm, ns) && report_blocked(vm, ns) ? VALUE_NONE : VALUE_RAISED;
}

/* --- calendar ---------------------------------------------------------------------------------------- */

static Class *struct_time_class(VM *vm)
{
    Value *kept = &KEEP(vm, STRUCT_TIME);
    if (value_is_unset(*kept)) {
        Class *cls = record_class(vm, "time", "struct_time",
                                  "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst", 9);
        if (!cls)
            return NULL;
        *kept = OBJ(cls);
    }
    return as_class(*kept);
}

static Value make_struct_time(VM *vm, const PlatformTime *t)
{
    Class *cls = struct_time_class(vm);
    if (!cls)
        return VALUE_RAISED;
    Value items[9] = { make_int(vm, t->year),       value_small(t->month),   value_small(t->day),
                       value_small(t->hour),        value_small(t->minute),  value_small(t->second),
                       value_small(t->weekday),     value_small(t->yearday), value_small(t->is_dst) };
    Value made = record_make(vm, cls, 9, items);
    vm_keep(vm, made);
    if (!vm_setattr(vm, made, name_of(vm, "tm_zone"), vm_str_cstr(vm, t->zone)) ||
        !vm_setattr(vm, made, name_of(vm, "tm_gmtoff"), make_int(vm, t->offset_s)))
        return VALUE_RAISED;
    return made;
}

static bool seconds_argument(VM *vm, Value arg, int64_t *seconds)
{
    if (is_unset_or_none(arg)) {
        *seconds = runtime_wall_ns(vm) / 1000000000;
        return true;
    }
    if (value_is_float(arg)) {
        double s = floor(value_float(arg));
        if (isnan(s)) {
            raise_value(vm, "Invalid value NaN (not a number)");
            return false;
        }
        if (!(s > -9.2e18 && s < 9.2e18)) {
            raise_overflow(vm, "timestamp out of range for platform time_t");
            return false;
        }
        *seconds = (int64_t)s;
        return true;
    }
    return vm_index(vm, arg, seconds);
}

static Value raise_time(VM *vm, int error)
{
    return error == EOVERFLOW ? raise_overflow(vm, "timestamp out of range for platform time_t")
                              : raise_os(vm, error, VALUE_UNSET);
}

/* platform_local_time; which zone this is, the world decides. */
static int local_time(VM *vm, int64_t seconds, PlatformTime *t)
{
    enum { NUMBERS = 10, ZONE = 10 };
    Value told;
    if (OBSERVED(vm) && world_recorded(vm, "time.localtime", &told) && value_is_tuple(told) &&
        tuple_length(as_tuple(told)) == NUMBERS + 1) {
        int64_t n[NUMBERS] = { 0 };
        const Value *items = as_tuple(told)->items;
        for (int i = 0; i < NUMBERS; i++)
            n[i] = value_is_int(items[i]) ? value_int(items[i]) : 0;
        *t = (PlatformTime){ .year = n[0], .month = (int)n[1], .day = (int)n[2], .hour = (int)n[3], .minute = (int)n[4],
                             .second = (int)n[5], .weekday = (int)n[6], .yearday = (int)n[7], .is_dst = (int)n[8],
                             .offset_s = n[9] };
        if (value_is_str(items[ZONE]))
            str_c(as_str(items[ZONE]), t->zone, sizeof t->zone);
        return 0;
    }
    int result = platform_local_time(seconds, t);
    if (OBSERVED(vm) && result >= 0) {
        Value items[NUMBERS + 1] = { make_int(vm, t->year), value_small(t->month), value_small(t->day),
                                     value_small(t->hour), value_small(t->minute), value_small(t->second),
                                     value_small(t->weekday), value_small(t->yearday), value_small(t->is_dst),
                                     make_int(vm, t->offset_s), vm_str_cstr(vm, t->zone) };
        Value tuple = vm_tuple_of(vm, NUMBERS + 1, items);
        if (!value_is_raised(tuple))
            world_tell(vm, "time.localtime", vm_keep(vm, tuple));
        else
            vm_take_exception(vm);
    }
    return result;
}

static Value time_localtime(VM *vm, Value *args, int nargs)
{
    int64_t seconds;
    PlatformTime t;
    if (!seconds_argument(vm, args[0], &seconds))
        return VALUE_RAISED;
    int result = local_time(vm, seconds, &t);
    return result < 0 ? raise_time(vm, -result) : make_struct_time(vm, &t);
}

static Value time_gmtime(VM *vm, Value *args, int nargs)
{
    int64_t seconds;
    PlatformTime t;
    if (!seconds_argument(vm, args[0], &seconds))
        return VALUE_RAISED;
    int result = platform_utc_time(seconds, &t);
    return result < 0 ? raise_time(vm, -result) : make_struct_time(vm, &t);
}

/* A struct_time or tuple of nine ints. */
static bool time_argument(VM *vm, Value arg, const char *caller, PlatformTime *t)
{
    int64_t n[9];
    if (!value_is_tuple(arg)) {
        raise_type(vm, "Tuple or struct_time argument required");
        return false;
    }
    if (tuple_length(as_tuple(arg)) != 9) {
        raise_type(vm, "%s(): illegal time tuple argument", caller);
        return false;
    }
    for (int i = 0; i < 9; i++)
        if (!arg_int(vm, as_tuple(arg)->items[i], &n[i]))
            return false;
        else if (n[i] > INT32_MAX || n[i] < INT32_MIN) {
            raise_overflow(vm, "signed integer is greater than maximum");
            return false;
        }
    *t = (PlatformTime){ .year = n[0], .month = (int)n[1], .day = (int)n[2], .hour = (int)n[3], .minute = (int)n[4],
                         .second = (int)n[5], .weekday = (int)n[6], .yearday = (int)n[7], .is_dst = (int)n[8] };
    return true;
}

/* What strftime must not be shown: it would index tables with it. */
static bool check_ranges(VM *vm, PlatformTime *t)
{
    if (t->month == 0)
        t->month = 1;
    if (t->day == 0)
        t->day = 1;
    if (t->yearday == 0)
        t->yearday = 1;
    const char *wrong = t->month < 1 || t->month > 12     ? "month out of range"
                        : t->day < 1 || t->day > 31       ? "day of month out of range"
                        : t->hour < 0 || t->hour > 23     ? "hour out of range"
                        : t->minute < 0 || t->minute > 59 ? "minute out of range"
                        : t->second < 0 || t->second > 61 ? "seconds out of range"
                        : t->weekday < -1                 ? "day of week out of range"
                        : t->yearday < 1 || t->yearday > 366 ? "day of year out of range"
                                                             : NULL;
    if (wrong) {
        raise_value(vm, "%s", wrong);
        return false;
    }
    t->weekday = (t->weekday + 7) % 7;
    return true;
}

static bool time_or_now(VM *vm, Value arg, const char *caller, PlatformTime *t)
{
    if (value_is_unset(arg)) {
        int result = local_time(vm, runtime_wall_ns(vm) / 1000000000, t);
        if (result < 0)
            raise_time(vm, -result);
        return result >= 0;
    }
    if (!time_argument(vm, arg, caller, t) || !check_ranges(vm, t))
        return false;
    PlatformTime local = *t; /* for %Z and %z: the zone of that moment */
    int64_t seconds;
    if (platform_make_time(&local, &seconds) == 0 && local_time(vm, seconds, &local) == 0) {
        memcpy(t->zone, local.zone, sizeof t->zone);
        t->offset_s = local.offset_s;
    }
    return true;
}

static Value time_strptime(VM *vm, Value *args, int nargs)
{
    Value parse = module_attribute(vm, "_strptime", "struct_time");
    if (value_is_raised(parse))
        return parse;
    vm_keep(vm, parse);
    Value pair[2] = { args[0], value_is_unset(args[1]) ? vm_str_cstr(vm, "%a %b %d %H:%M:%S %Y") : args[1] };
    vm_keep(vm, pair[1]);
    return vm_call(vm, parse, 2, pair);
}

static Value time_strftime(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "strftime() argument 1 must be str, not %T", args[0]);
    PlatformTime t;
    if (!time_or_now(vm, args[1], "strftime", &t))
        return VALUE_RAISED;
    size_t length;
    const char *format = vm_utf8(vm, args[0], &length, true);
    if (!format)
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (const char *p = format; *p;) { /* one directive at a time: each has a small result */
        if (*p != '%') {
            const char *end = strchr(p, '%');
            size_t n = end ? (size_t)(end - p) : strlen(p);
            builder_utf8(&b, p, n);
            p += n;
            continue;
        }
        char one[8] = "%", out[256];
        size_t k = 1;
        p++;
        while (k < 6 && *p && strchr("-_0^#EO", *p))
            one[k++] = *p++;
        if (!*p || (unsigned char)*p >= 128) {
            builder_utf8(&b, one, k);
            continue;
        }
        one[k++] = *p++;
        one[k] = '\0';
        builder_utf8(&b, out, platform_format_time(out, sizeof out, one, &t));
    }
    return vm_own(vm, builder_finish(&b));
}

static Value ascii_time(VM *vm, const PlatformTime *t)
{
    static const char days[] = "MonTueWedThuFriSatSun", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char out[80];
    snprintf(out, sizeof out, "%.3s %.3s %2d %02d:%02d:%02d %lld", days + 3 * t->weekday, months + 3 * (t->month - 1),
             t->day, t->hour, t->minute, t->second, (long long)t->year);
    return vm_str_cstr(vm, out);
}

static Value time_asctime(VM *vm, Value *args, int nargs)
{
    PlatformTime t;
    return time_or_now(vm, args[0], "asctime", &t) ? ascii_time(vm, &t) : VALUE_RAISED;
}

static Value time_ctime(VM *vm, Value *args, int nargs)
{
    int64_t seconds;
    PlatformTime t;
    if (!seconds_argument(vm, args[0], &seconds))
        return VALUE_RAISED;
    int result = local_time(vm, seconds, &t);
    return result < 0 ? raise_time(vm, -result) : ascii_time(vm, &t);
}

static Value time_mktime(VM *vm, Value *args, int nargs)
{
    PlatformTime t;
    int64_t seconds;
    if (!time_argument(vm, args[0], "mktime", &t))
        return VALUE_RAISED;
    int64_t recorded;
    if (OBSERVED(vm) && world_recorded_number(vm, "time.mktime", &recorded))
        return make_float((double)recorded);
    if (platform_make_time(&t, &seconds) < 0)
        return raise_overflow(vm, "mktime argument out of range");
    if (OBSERVED(vm))
        world_tell_number(vm, "time.mktime", seconds);
    return make_float((double)seconds);
}

static Value time_get_clock_info(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "get_clock_info() argument 1 must be str, not %T", args[0]);
    static const struct {
        const char *name, *how;
        bool adjustable, monotonic;
    } clocks[] = { { "time", "clock_gettime(CLOCK_REALTIME)", true, false },
                   { "monotonic", "clock_gettime(CLOCK_MONOTONIC)", false, true },
                   { "perf_counter", "clock_gettime(CLOCK_MONOTONIC)", false, true },
                   { "process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", false, true },
                   { "thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", false, true } };
    for (int i = 0; i < COUNT_OF(clocks); i++) {
        if (!str_equals_cstr(as_str(args[0]), clocks[i].name))
            continue;
        Value namespace = module_attribute(vm, "_types", "SimpleNamespace");
        Dict *fields = dict_new(vm->heap, 4);
        if (value_is_raised(namespace) || !fields)
            return VALUE_RAISED;
        vm_keep(vm, OBJ(fields));
        if (!dict_put(vm, fields, "implementation", vm_str_cstr(vm, clocks[i].how)) ||
            !dict_put(vm, fields, "monotonic", value_bool(clocks[i].monotonic)) ||
            !dict_put(vm, fields, "adjustable", value_bool(clocks[i].adjustable)) ||
            !dict_put(vm, fields, "resolution", make_float(1e-9)))
            return VALUE_RAISED;
        return vm_call_kw(vm, namespace, 0, NULL, fields);
    }
    return raise_value(vm, "unknown clock");
}

static bool setup(VM *vm, Module *module)
{
    Class *cls = struct_time_class(vm);
    PlatformTime winter, summer;
    if (!cls || !module_add(vm, module, "struct_time", OBJ(cls)))
        return false;
    if (platform_local_time(1704067200, &winter) < 0 || platform_local_time(1719792000, &summer) < 0)
        return true;
    PlatformTime *standard = winter.is_dst > 0 ? &summer : &winter, *dst = standard == &winter ? &summer : &winter;
    Value names[2] = { vm_str_cstr(vm, standard->zone), vm_str_cstr(vm, dst->zone) };
    return module_add(vm, module, "timezone", make_int(vm, -standard->offset_s)) &&
           module_add(vm, module, "altzone", make_int(vm, -dst->offset_s)) &&
           module_add(vm, module, "daylight", value_small(dst->offset_s != standard->offset_s)) &&
           module_add(vm, module, "tzname", vm_tuple_of(vm, 2, names));
}

static const NativeSpec functions[] = {
    { "time", time_time_told, "", 0, 0, 0, "Seconds since 1970, by the wall clock." },
    { "time_ns", time_time_ns_told, "", 0, 0, 0, "The same in nanoseconds." },
    { "monotonic", time_monotonic_told, "", 0, 0, 0, "Seconds of a clock that never goes back." },
    { "monotonic_ns", time_monotonic_ns_told, "", 0, 0, 0, "The same in nanoseconds." },
    { "perf_counter", time_monotonic_told, "", 0, 0, 0, "Seconds, for measuring how long something takes." },
    { "perf_counter_ns", time_monotonic_ns_told, "", 0, 0, 0, "The same in nanoseconds." },
    { "process_time", time_process_time_told, "", 0, 0, 0, "Seconds of CPU time used by the process." },
    { "process_time_ns", time_process_time_ns_told, "", 0, 0, 0, "The same in nanoseconds." },
    { "thread_time", time_thread_time_told, "", 0, 0, 0, "Seconds of CPU time used by this thread." },
    { "sleep", time_sleep, "seconds, /", 0, 0, 0, "Stops everything for so long: the event loop, too." },
    { "localtime", time_localtime, "seconds=None, /", 0, 0, 0, "Local time as a struct_time." },
    { "gmtime", time_gmtime, "seconds=None, /", 0, 0, 0, "UTC as a struct_time." },
    { "mktime", time_mktime, "time, /", 0, 0, 0, "Seconds since 1970 of a local time." },
    { "strptime", time_strptime, "string, format=None, /", 0, 0, 0, "A text to a time, by a format of %-directives." },
    { "strftime", time_strftime, "format, time=None, /", 0, 0, 0, "A time by a format of %-directives." },
    { "asctime", time_asctime, "time=None, /", 0, 0, 0, "A time as 'Sat Jun  6 16:26:11 1998'." },
    { "ctime", time_ctime, "seconds=None, /", 0, 0, 0, "The same, of seconds since 1970." },
    { "get_clock_info", time_get_clock_info, "name, /", 0, 0, 0, "What a clock is." },
    { 0 },
};

const ModuleSpec time_module = { "time", "Clocks, sleeping, calendar time.", functions, NULL, setup };
