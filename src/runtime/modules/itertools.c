/* itertools.c - module itertools; the combinatoric iterators are in itertools_combine.c. */
#include "runtime/modules/itertools_internal.h"

#include "bytecode/code.h"

extern const ModuleSpec itertools_module;

/* --- count, cycle, repeat ------------------------------------------------------------------------- */

static bool is_number(VM *vm, Value v)
{
    if (int_is(v) || value_is_float(v))
        return true;
    const Class *cls = class_of(vm, v);
    return !value_is_unset(class_lookup(vm, cls, NAME(vm, __float__))) ||
           !value_is_unset(class_lookup(vm, cls, NAME(vm, __index__))) ||
           !value_is_unset(class_lookup(vm, cls, NAME(vm, __complex__)));
}

static Value count_new(VM *vm, Value *args, int nargs)
{
    Value start = arg_or(args[1], value_small(0)), step = arg_or(args[2], value_small(1));
    if (!is_number(vm, start) || !is_number(vm, step))
        return raise_type(vm, "a number is required");
    Slots *s = slots_make(vm, as_class(args[0]), 2);
    s->v[0] = start;
    s->v[1] = step;
    return OBJ(s);
}

static Value count_step(VM *vm, Slots *s)
{
    Value now = s->v[0], next;
    if (!value_both_ints(now, s->v[1]) || !value_add_ints(&next, now, s->v[1])) {
        vm_keep(vm, now);
        next = vm_binary(vm, OP_ADD, now, s->v[1]);
        if (value_is_raised(next))
            return next;
    }
    s->v[0] = next;
    return now;
}
NEXT_OF(count)

static Value count_repr(VM *vm, Value *args, int nargs)
{
    Slots *s = as_slots(args[0]);
    Str *name = class_of(vm, args[0])->name;
    bool one = value_is_int(s->v[1]) && value_int(s->v[1]) == 1;
    Str *text = one ? vm_format(vm, "%S(%R)", name, s->v[0]) : vm_format(vm, "%S(%R, %R)", name, s->v[0], s->v[1]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value cycle_new(VM *vm, Value *args, int nargs)
{
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    List *seen = list_new(vm->heap, 0);
    if (!seen)
        return raise_memory(vm);
    Slots *s = slots_make(vm, as_class(args[0]), 3);
    s->v[0] = it;
    s->v[1] = OBJ(seen);
    s->v[2] = value_small(0);
    return OBJ(s);
}

static Value cycle_step(VM *vm, Slots *s)
{
    List *seen = as_list(s->v[1]);
    if (!value_is_unset(s->v[0])) {
        Value item = vm_next(vm, s->v[0]);
        if (value_is_raised(item))
            return item;
        if (!value_is_unset(item))
            return list_append(vm->heap, seen, item) ? item : raise_memory(vm);
        s->v[0] = VALUE_UNSET;
    }
    if (seen->count == 0)
        return VALUE_UNSET;
    size_t i = (size_t)value_int(s->v[2]);
    s->v[2] = value_small((int64_t)((i + 1) % seen->count));
    return seen->items[i % seen->count];
}
NEXT_OF(cycle)

static Value repeat_new(VM *vm, Value *args, int nargs)
{
    int64_t times = -1;
    if (!value_is_unset(args[2])) {
        if (!vm_index(vm, args[2], &times))
            return VALUE_RAISED;
        times = times < 0 ? 0 : times;
    }
    Slots *s = slots_make(vm, as_class(args[0]), 2);
    s->v[0] = args[1];
    s->v[1] = make_int(vm, times > VALUE_INT_MAX ? VALUE_INT_MAX : times);
    return OBJ(s);
}

static Value repeat_step(VM *vm, Slots *s)
{
    int64_t left = value_int(s->v[1]);
    if (left == 0)
        return VALUE_UNSET;
    if (left > 0)
        s->v[1] = value_small(left - 1);
    return s->v[0];
}
NEXT_OF(repeat)

static Value repeat_repr(VM *vm, Value *args, int nargs)
{
    Slots *s = as_slots(args[0]);
    Str *name = class_of(vm, args[0])->name;
    int64_t left = value_int(s->v[1]);
    Str *text = left < 0 ? vm_format(vm, "%S(%R)", name, s->v[0]) : vm_format(vm, "%S(%R, %z)", name, s->v[0], left);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value repeat_hint(VM *vm, Value *args, int nargs)
{
    int64_t left = value_int(as_slots(args[0])->v[1]);
    return left < 0 ? raise_type(vm, "len() of unsized object") : make_int(vm, left);
}

/* --- accumulate, batched, chain, pairwise ------------------------------------------------------------ */

static Value accumulate_new(VM *vm, Value *args, int nargs)
{
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(args[0]), 4);
    s->v[0] = it;
    s->v[1] = arg_or(args[2], VALUE_NONE);
    s->v[3] = is_unset_or_none(args[3]) ? VALUE_UNSET : args[3];
    return OBJ(s);
}

static Value accumulate_step(VM *vm, Slots *s)
{
    if (!value_is_unset(s->v[3])) {
        s->v[2] = s->v[3];
        s->v[3] = VALUE_UNSET;
        return s->v[2];
    }
    Value item = vm_next(vm, s->v[0]);
    if (value_is_unset(item) || value_is_raised(item))
        return item;
    if (value_is_unset(s->v[2]))
        return s->v[2] = item;
    Value total;
    if (value_is_none(s->v[1]))
        total = vm_binary(vm, OP_ADD, s->v[2], item);
    else {
        Value pair[2] = { s->v[2], item };
        total = vm_call(vm, s->v[1], 2, pair);
    }
    if (!value_is_raised(total))
        s->v[2] = total;
    return total;
}
NEXT_OF(accumulate)

static Value batched_new(VM *vm, Value *args, int nargs)
{
    int64_t n;
    int strict = value_is_unset(args[3]) ? 0 : vm_truth(vm, args[3]);
    if (strict < 0 || !vm_index(vm, args[2], &n))
        return VALUE_RAISED;
    if (n < 1)
        return raise_value(vm, "n must be at least one");
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(args[0]), 3);
    s->v[0] = it;
    s->v[1] = make_int(vm, n > VALUE_INT_MAX ? VALUE_INT_MAX : n);
    s->v[2] = value_bool(strict);
    return OBJ(s);
}

static Value batched_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[0]))
        return VALUE_UNSET;
    int64_t n = value_int(s->v[1]);
    List *batch = list_new(vm->heap, 0);
    if (!batch)
        return raise_memory(vm);
    vm_keep(vm, OBJ(batch));
    while ((int64_t)batch->count < n) {
        if (UNLIKELY(vm->attention) && !vm_safe_point(vm))
            return VALUE_RAISED;
        Value item = vm_next(vm, s->v[0]);
        if (value_is_raised(item))
            return item;
        if (value_is_unset(item)) {
            s->v[0] = VALUE_UNSET;
            break;
        }
        if (!list_append(vm->heap, batch, item))
            return raise_memory(vm);
    }
    if (batch->count == 0)
        return VALUE_UNSET;
    if ((int64_t)batch->count < n && value_is_true(s->v[2]))
        return raise_value(vm, "batched(): incomplete batch");
    return vm_tuple_of(vm, batch->count, batch->items);
}
NEXT_OF(batched)

static Value chain_make(VM *vm, Value cls, Value iterables)
{
    Value it = vm_iter(vm, iterables);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(cls), 2);
    s->v[0] = it;
    return OBJ(s);
}

static Value chain_new(VM *vm, Value *args, int nargs)
{
    return chain_make(vm, args[0], args[1]);
}

static Value chain_from_iterable(VM *vm, Value *args, int nargs)
{
    return chain_make(vm, args[0], args[1]);
}

static Value chain_step(VM *vm, Slots *s)
{
    while (!value_is_unset(s->v[0])) {
        if (value_is_unset(s->v[1])) {
            Value next = vm_next(vm, s->v[0]);
            if (!value_is_unset(next) && !value_is_raised(next)) {
                next = vm_iter(vm, next);
                if (!value_is_raised(next)) {
                    s->v[1] = next;
                    continue;
                }
            }
            s->v[0] = VALUE_UNSET;
            return next;
        }
        Value item = vm_next(vm, s->v[1]);
        if (!value_is_unset(item))
            return item;
        s->v[1] = VALUE_UNSET;
    }
    return VALUE_UNSET;
}
NEXT_OF(chain)

static Value pairwise_new(VM *vm, Value *args, int nargs)
{
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(args[0]), 2);
    s->v[0] = it;
    return OBJ(s);
}

static Value pairwise_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[0]))
        return VALUE_UNSET;
    if (value_is_unset(s->v[1])) {
        Value first = vm_next(vm, s->v[0]);
        if (value_is_unset(first) || value_is_raised(first))
            return first;
        s->v[1] = first;
    }
    Value item = vm_next(vm, s->v[0]);
    if (value_is_unset(item))
        s->v[0] = VALUE_UNSET;
    if (value_is_unset(item) || value_is_raised(item))
        return item;
    Value pair[2] = { s->v[1], item };
    s->v[1] = item;
    return vm_tuple_of(vm, 2, pair);
}
NEXT_OF(pairwise)

/* --- filters -------------------------------------------------------------------------------------------- */

static Value with_function(VM *vm, Value cls, Value function, Value iterable)
{
    Value it = vm_iter(vm, iterable);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(cls), 3);
    s->v[0] = it;
    s->v[1] = function;
    return OBJ(s);
}

#define FUNCTION_NEW(name)                                         \
    static Value name##_new(VM *vm, Value *args, int nargs)        \
    {                                                              \
        return with_function(vm, args[0], args[1], args[2]);       \
    }
FUNCTION_NEW(filterfalse)
FUNCTION_NEW(dropwhile)
FUNCTION_NEW(takewhile)
FUNCTION_NEW(starmap)

/* Truth of predicate(item): 1, 0, -1. item stays alive. */
static int test(VM *vm, Value predicate, Value item)
{
    Value answer = vm_call(vm, predicate, 1, &item);
    return value_is_raised(answer) ? -1 : vm_truth(vm, answer);
}

static Value filterfalse_step(VM *vm, Slots *s)
{
    size_t roots = vm->root_count;
    for (;;) {
        vm->root_count = roots;
        if (UNLIKELY(vm->attention) && !vm_safe_point(vm))
            return VALUE_RAISED;
        Value item = vm_next(vm, s->v[0]);
        if (value_is_unset(item) || value_is_raised(item))
            return item;
        vm_keep(vm, item);
        int yes = value_is_none(s->v[1]) ? vm_truth(vm, item) : test(vm, s->v[1], item);
        if (yes < 0)
            return VALUE_RAISED;
        if (!yes)
            return item;
    }
}
NEXT_OF(filterfalse)

static Value dropwhile_step(VM *vm, Slots *s)
{
    size_t roots = vm->root_count;
    for (;;) {
        vm->root_count = roots;
        if (UNLIKELY(vm->attention) && !vm_safe_point(vm))
            return VALUE_RAISED;
        Value item = vm_next(vm, s->v[0]);
        if (value_is_unset(item) || value_is_raised(item) || !value_is_unset(s->v[2]))
            return item;
        vm_keep(vm, item);
        int yes = test(vm, s->v[1], item);
        if (yes < 0)
            return VALUE_RAISED;
        if (!yes) {
            s->v[2] = VALUE_TRUE;
            return item;
        }
    }
}
NEXT_OF(dropwhile)

static Value takewhile_step(VM *vm, Slots *s)
{
    if (!value_is_unset(s->v[2]))
        return VALUE_UNSET;
    Value item = vm_next(vm, s->v[0]);
    if (value_is_unset(item) || value_is_raised(item))
        return item;
    vm_keep(vm, item);
    int yes = test(vm, s->v[1], item);
    if (yes > 0)
        return item;
    if (yes < 0)
        return VALUE_RAISED;
    s->v[2] = VALUE_TRUE;
    return VALUE_UNSET;
}
NEXT_OF(takewhile)

static Value starmap_step(VM *vm, Slots *s)
{
    Value item = vm_next(vm, s->v[0]);
    if (value_is_unset(item) || value_is_raised(item))
        return item;
    Tuple *given = value_is_exactly(item, KIND_TUPLE) ? as_tuple(item) : vm_tuple_from(vm, item);
    if (!given)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(given));
    return vm_call(vm, s->v[1], (int)tuple_length(given), given->items);
}
NEXT_OF(starmap)

static Value compress_new(VM *vm, Value *args, int nargs)
{
    Value data = vm_iter(vm, args[1]);
    if (value_is_raised(data))
        return data;
    vm_keep(vm, data);
    Value selectors = vm_iter(vm, args[2]);
    if (value_is_raised(selectors))
        return selectors;
    Slots *s = slots_make(vm, as_class(args[0]), 2);
    s->v[0] = data;
    s->v[1] = selectors;
    return OBJ(s);
}

static Value compress_step(VM *vm, Slots *s)
{
    size_t roots = vm->root_count;
    for (;;) {
        vm->root_count = roots;
        if (UNLIKELY(vm->attention) && !vm_safe_point(vm))
            return VALUE_RAISED;
        Value item = vm_next(vm, s->v[0]);
        if (value_is_unset(item) || value_is_raised(item))
            return item;
        vm_keep(vm, item);
        Value selector = vm_next(vm, s->v[1]);
        if (value_is_unset(selector) || value_is_raised(selector))
            return selector;
        int yes = vm_truth(vm, selector);
        if (yes)
            return yes < 0 ? VALUE_RAISED : item;
    }
}
NEXT_OF(compress)

/* islice: v[0] iterator, v[1] next wanted, v[2] stop (-1: none), v[3] step, v[4] how many were taken */
static bool slice_bound(VM *vm, Value v, int64_t otherwise, int64_t *out)
{
    *out = otherwise;
    if (is_unset_or_none(v))
        return true;
    if (!vm_index(vm, v, out)) {
        if (vm_exception_is(vm, vm->exc[EXC_TypeError]) || vm_exception_is(vm, vm->exc[EXC_OverflowError]) ||
            vm_exception_is(vm, vm->exc[EXC_IndexError])) {
            vm_take_exception(vm);
            *out = -1;
            return true;
        }
        return false;
    }
    if (*out < 0)
        *out = -1;
    return true;
}

static Value islice_new(VM *vm, Value *args, int nargs)
{
    Tuple *bounds = as_tuple(args[2]);
    size_t given = tuple_length(bounds);
    int64_t start = 0, stop = -1, step = 1;
    if (given < 1)
        return raise_type(vm, "islice expected at least 2 arguments, got 1");
    if (given > 3)
        return raise_type(vm, "islice expected at most 4 arguments, got %z", (int64_t)given + 1);
    Value stop_value = bounds->items[given > 1];
    if (!slice_bound(vm, stop_value, -2, &stop))
        return VALUE_RAISED;
    if (stop == -1)
        return raise_value(vm, given == 1
                                   ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                                   : "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (given > 1) {
        if (!slice_bound(vm, bounds->items[0], 0, &start))
            return VALUE_RAISED;
        if (start == -1)
            return raise_value(vm, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }
    if (given > 2) {
        if (!slice_bound(vm, bounds->items[2], 1, &step))
            return VALUE_RAISED;
        if (step < 1)
            return raise_value(vm, "Step for islice() must be a positive integer or None.");
    }
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    const int64_t most = VALUE_INT_MAX / 4;
    Slots *s = slots_make(vm, as_class(args[0]), 5);
    s->v[0] = it;
    s->v[1] = value_small(start > most ? most : start);
    s->v[2] = value_small(stop == -2 ? -1 : stop > most ? most : stop);
    s->v[3] = value_small(step > most ? most : step);
    s->v[4] = value_small(0);
    return OBJ(s);
}

static Value islice_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[0]))
        return VALUE_UNSET;
    int64_t next = value_int(s->v[1]), stop = value_int(s->v[2]), taken;
    while ((taken = value_int(s->v[4])) < next) {
        if (UNLIKELY(vm->attention) && !vm_safe_point(vm))
            return VALUE_RAISED;
        Value skipped = vm_next(vm, s->v[0]);
        if (value_is_unset(skipped))
            s->v[0] = VALUE_UNSET;
        if (value_is_unset(skipped) || value_is_raised(skipped))
            return skipped;
        s->v[4] = value_small(taken + 1);
    }
    if (stop >= 0 && taken >= stop) {
        s->v[0] = VALUE_UNSET;
        return VALUE_UNSET;
    }
    Value item = vm_next(vm, s->v[0]);
    if (value_is_unset(item))
        s->v[0] = VALUE_UNSET;
    if (value_is_unset(item) || value_is_raised(item))
        return item;
    s->v[4] = value_small(taken + 1);
    next += value_int(s->v[3]);
    s->v[1] = value_small(stop >= 0 && next > stop ? stop : next);
    return item;
}
NEXT_OF(islice)

/* --- zip_longest ------------------------------------------------------------------------------------------ */

static Value zip_longest_new(VM *vm, Value *args, int nargs)
{
    Tuple *given = as_tuple(args[1]);
    List *iterators = list_new(vm->heap, tuple_length(given));
    if (!iterators)
        return raise_memory(vm);
    vm_keep(vm, OBJ(iterators));
    for (size_t i = 0; i < tuple_length(given); i++) {
        Value it = vm_iter(vm, given->items[i]);
        if (value_is_raised(it))
            return it;
        if (!list_append(vm->heap, iterators, it))
            return raise_memory(vm);
    }
    Slots *s = slots_make(vm, as_class(args[0]), 3);
    s->v[0] = OBJ(iterators);
    s->v[1] = arg_or(args[2], VALUE_NONE);
    s->v[2] = value_small((int64_t)iterators->count);
    return OBJ(s);
}

static Value zip_longest_step(VM *vm, Slots *s)
{
    List *iterators = as_list(s->v[0]);
    if (value_int(s->v[2]) == 0)
        return VALUE_UNSET;
    Tuple *row = tuple_new(vm->heap, iterators->count);
    if (!row)
        return raise_memory(vm);
    vm_keep(vm, OBJ(row));
    for (size_t i = 0; i < iterators->count; i++) {
        Value item = VALUE_UNSET;
        if (!value_is_none(iterators->items[i])) {
            item = vm_next(vm, iterators->items[i]);
            if (value_is_raised(item)) {
                s->v[2] = value_small(0);
                return item;
            }
            if (value_is_unset(item)) {
                iterators->items[i] = VALUE_NONE;
                s->v[2] = value_small(value_int(s->v[2]) - 1);
                if (value_int(s->v[2]) == 0)
                    return VALUE_UNSET;
            }
        }
        row->items[i] = arg_or(item, s->v[1]);
    }
    return OBJ(row);
}
NEXT_OF(zip_longest)

/* --- groupby: the groups share their parent's iterator -------------------------------------------------------- */

enum { GROUP_IT, GROUP_KEY_FUNC, GROUP_KEY, GROUP_VALUE, GROUP_TARGET, GROUP_CURRENT, GROUP_COUNT };

static Value groupby_new(VM *vm, Value *args, int nargs)
{
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it))
        return it;
    Slots *s = slots_make(vm, as_class(args[0]), GROUP_COUNT);
    s->v[GROUP_IT] = it;
    s->v[GROUP_KEY_FUNC] = arg_or(args[2], VALUE_NONE);
    return OBJ(s);
}

/* Takes the next item and its key: 1, 0 at the end, -1 raised. */
static int group_advance(VM *vm, Slots *s)
{
    Value item = vm_next(vm, s->v[GROUP_IT]), key = item;
    if (value_is_unset(item))
        return 0;
    if (value_is_raised(item))
        return -1;
    vm_keep(vm, item);
    if (!value_is_none(s->v[GROUP_KEY_FUNC])) {
        key = vm_call(vm, s->v[GROUP_KEY_FUNC], 1, &item);
        if (value_is_raised(key))
            return -1;
    }
    s->v[GROUP_VALUE] = item;
    s->v[GROUP_KEY] = key;
    return 1;
}

static Value groupby_step(VM *vm, Slots *s)
{
    size_t roots = vm->root_count;
    s->v[GROUP_CURRENT] = VALUE_UNSET;
    for (;;) {
        vm->root_count = roots;
        if (!value_is_unset(s->v[GROUP_KEY])) {
            if (value_is_unset(s->v[GROUP_TARGET]))
                break;
            int same = vm_equal(vm, s->v[GROUP_TARGET], s->v[GROUP_KEY]);
            if (same < 0)
                return VALUE_RAISED;
            if (!same)
                break;
        }
        int more = group_advance(vm, s);
        if (more <= 0)
            return more < 0 ? VALUE_RAISED : VALUE_UNSET;
    }
    s->v[GROUP_TARGET] = s->v[GROUP_KEY];
    Slots *group = slots_make(vm, as_class(KEEP(vm, GROUPER)), 2);
    group->v[0] = OBJ(s);
    group->v[1] = s->v[GROUP_TARGET];
    s->v[GROUP_CURRENT] = OBJ(group);
    Value pair[2] = { s->v[GROUP_KEY], OBJ(group) };
    return vm_tuple_of(vm, 2, pair);
}
NEXT_OF(groupby)

static Value grouper_step(VM *vm, Slots *group)
{
    Slots *s = as_slots(group->v[0]);
    if (!value_same(s->v[GROUP_CURRENT], OBJ(group)))
        return VALUE_UNSET;
    if (value_is_unset(s->v[GROUP_VALUE])) {
        int more = group_advance(vm, s);
        if (more <= 0)
            return more < 0 ? VALUE_RAISED : VALUE_UNSET;
    }
    int same = vm_equal(vm, group->v[1], s->v[GROUP_KEY]);
    if (same <= 0)
        return same < 0 ? VALUE_RAISED : VALUE_UNSET;
    Value item = s->v[GROUP_VALUE];
    s->v[GROUP_VALUE] = VALUE_UNSET;
    return item;
}
NEXT_OF(grouper)

/* --- tee: a chain of cells, one an item, that each copy walks along -------------------------------------------- */

enum { CELL_SOURCE, CELL_VALUE, CELL_NEXT, CELL_COUNT };

static Value tee_make(VM *vm, Value cell)
{
    Slots *s = slots_make(vm, as_class(KEEP(vm, TEE)), 1);
    s->v[0] = cell;
    return OBJ(s);
}

static Value tee_cell(VM *vm, Value source)
{
    Slots *cell = slots_make(vm, as_class(KEEP(vm, TEE_DATA)), CELL_COUNT);
    cell->v[CELL_SOURCE] = source;
    return OBJ(cell);
}

static Value itertools_tee(VM *vm, Value *args, int nargs)
{
    int64_t n = 2;
    if (!value_is_unset(args[1]) && !vm_index(vm, args[1], &n))
        return VALUE_RAISED;
    if (n < 0)
        return raise_value(vm, "n must be >= 0");
    if (n > (1 << 24))
        return raise_memory(vm);
    if (n == 0)
        return OBJ(tuple_empty(vm->heap));
    Value it = vm_iter(vm, args[0]), cell;
    if (value_is_raised(it))
        return it;
    if (value_is_exactly(it, KIND_SLOTS) && value_obj(it)->cls == as_class(KEEP(vm, TEE)))
        cell = as_slots(it)->v[0];
    else
        cell = tee_cell(vm, it);
    Tuple *all = tuple_new(vm->heap, (size_t)n);
    if (!all)
        return raise_memory(vm);
    for (int64_t i = 0; i < n; i++)
        all->items[i] = i == 0 && value_obj(it)->cls == as_class(KEEP(vm, TEE)) ? it : tee_make(vm, cell);
    return OBJ(all);
}

static Value tee_step(VM *vm, Slots *s)
{
    Slots *cell = as_slots(s->v[0]);
    if (value_is_unset(cell->v[CELL_NEXT])) {
        if (value_is_unset(cell->v[CELL_SOURCE]))
            return raise_runtime(vm, "cannot re-enter the tee iterator");
        Value source = cell->v[CELL_SOURCE];
        cell->v[CELL_SOURCE] = VALUE_UNSET;
        vm_keep(vm, source);
        vm_keep(vm, OBJ(cell));
        Value item = vm_next(vm, source);
        cell->v[CELL_SOURCE] = source;
        if (value_is_unset(item) || value_is_raised(item))
            return item;
        cell->v[CELL_VALUE] = item;
        cell->v[CELL_NEXT] = tee_cell(vm, source);
    }
    s->v[0] = cell->v[CELL_NEXT];
    return cell->v[CELL_VALUE];
}
NEXT_OF(tee)

static Value tee_copy(VM *vm, Value *args, int nargs)
{
    return tee_make(vm, as_slots(args[0])->v[0]);
}

/* --- tables ----------------------------------------------------------------------------------------------------------- */

METHODS(cycle, "cls, iterable, /");
METHODS(accumulate, "cls, iterable, func=None, *, initial=None");
METHODS(batched, "cls, iterable, n, *, strict=False");
METHODS(pairwise, "cls, iterable, /");
METHODS(filterfalse, "cls, function, iterable, /");
METHODS(dropwhile, "cls, predicate, iterable, /");
METHODS(takewhile, "cls, predicate, iterable, /");
METHODS(starmap, "cls, function, iterable, /");
METHODS(compress, "cls, data, selectors");
METHODS(islice, "cls, iterable, /, *bounds");
METHODS(zip_longest, "cls, *iterables, fillvalue=None");
METHODS(groupby, "cls, iterable, key=None");
static const NativeSpec count_methods[] = {
    ITERATOR(count, "cls, start=0, step=1"),
    { "__repr__", count_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec repeat_methods[] = {
    ITERATOR(repeat, "cls, object, times=None"),
    { "__repr__", repeat_repr, "self, /", 0, 0, 0, NULL },
    { "__length_hint__", repeat_hint, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec chain_methods[] = {
    ITERATOR(chain, "cls, *iterables"),
    { "from_iterable", chain_from_iterable, "cls, iterable, /", 0, 0, NATIVE_CLASS, "A chain of the iterables in one." },
    { 0 },
};
static const NativeSpec tee_methods[] = {
    { "__next__", tee_next, "self, /", 0, 0, 0, NULL },
    { "__iter__", itertools_self, "self, /", 0, 0, 0, NULL },
    { "__copy__", tee_copy, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec grouper_methods[] = {
    { "__next__", grouper_next, "self, /", 0, 0, 0, NULL },
    { "__iter__", itertools_self, "self, /", 0, 0, 0, NULL },
    { 0 },
};

static const TypeSpec types[] = {
    TYPE(accumulate, "Running totals."),
    TYPE(batched, "Tuples of n items."),
    TYPE(chain, "One iterable after the other."),
    TYPE(compress, "The items whose selector is true."),
    TYPE(count, "start, start + step, ..."),
    TYPE(cycle, "The items again and again."),
    TYPE(dropwhile, "What follows the first item for which predicate is false, with it."),
    TYPE(filterfalse, "The items for which function is false."),
    TYPE(groupby, "Runs of items with equal keys."),
    TYPE(islice, "A slice of an iterable."),
    TYPE(pairwise, "Overlapping pairs."),
    TYPE(repeat, "The same object, for ever or so many times."),
    TYPE(starmap, "function(*item) of each item."),
    TYPE(takewhile, "The items up to the first for which predicate is false."),
    TYPE(zip_longest, "zip, filled up to the longest."),
    { 0 },
};
static const TypeSpec tee_type = { "_tee", "itertools", "One of several iterators over the same source.", KIND_SLOTS,
                                   CLASS_FINAL, tee_methods, NULL };
static const TypeSpec tee_data_type = { "_tee_dataobject", "itertools", "An item that tee iterators share.",
                                        KIND_SLOTS, CLASS_FINAL, NULL, NULL };
static const TypeSpec grouper_type = { "_grouper", "itertools", "One run of groupby.", KIND_SLOTS, CLASS_FINAL,
                                       grouper_methods, NULL };

static bool add_types(VM *vm, Module *module, const TypeSpec *rows)
{
    for (; rows->name; rows++) {
        Class *cls = type_create(vm, rows, NULL);
        if (!cls || !module_add(vm, module, rows->name, OBJ(cls)))
            return false;
    }
    return true;
}

static bool setup(VM *vm, Module *module)
{
    if (!add_types(vm, module, types) || !add_types(vm, module, itertools_combine_types))
        return false;
    const struct {
        int slot;
        const TypeSpec *spec;
    } hidden[] = { { KEEP_TEE, &tee_type }, { KEEP_TEE_DATA, &tee_data_type }, { KEEP_GROUPER, &grouper_type } };
    for (int i = 0; i < COUNT_OF(hidden); i++) {
        Class *cls = type_create(vm, hidden[i].spec, NULL);
        if (!cls)
            return false;
        runtime_of(vm)->keep[hidden[i].slot] = OBJ(cls);
    }
    return true;
}

static const NativeSpec functions[] = {
    { "tee", itertools_tee, "iterable, n=2, /", 0, 0, 0, "n iterators over what one would give." },
    { 0 },
};

const ModuleSpec itertools_module = { "itertools", "Building blocks for iterators.", functions, NULL, setup };
