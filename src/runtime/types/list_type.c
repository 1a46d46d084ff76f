/* list_type.c - list as scripts see it, and sorting.
 * Whoever calls script code here (__eq__, key functions, iterators) reads the list's length and items
 * again afterwards: the script may have changed the list. */
#include "runtime/types/sequence.h"

static bool put(VM *vm, void *list, Value item)
{
    if (LIKELY(list_append(vm->heap, list, item)))
        return true;
    raise_memory(vm);
    return false;
}

static bool extend(VM *vm, List *list, Value iterable)
{
    if (value_is_exactly(iterable, KIND_LIST) || value_is_exactly(iterable, KIND_TUPLE)) {
        bool is_list = value_is_exactly(iterable, KIND_LIST);
        size_t count = is_list ? as_list(iterable)->count : tuple_length(as_tuple(iterable));
        if (value_same(iterable, OBJ(list))) { /* the items move when the list grows */
            List *copy = list_from_values(vm->heap, list->items, count);
            if (!copy) {
                raise_memory(vm);
                return false;
            }
            iterable = OBJ(copy);
        }
        const Value *items = is_list ? as_list(iterable)->items : as_tuple(iterable)->items;
        if (list_extend_values(vm->heap, list, items, count))
            return true;
        raise_memory(vm);
        return false;
    }
    if (!value_is_kind(iterable, KIND_INSTANCE))
        return vm_each(vm, iterable, put, list);
    size_t mark = vm->root_count; /* first __iter__, then __len__ or __length_hint__, as scripts can see */
    Value iterator = vm_iter(vm, iterable), item = VALUE_RAISED;
    if (!value_is_raised(iterator) && !value_is_raised(vm_keep(vm, iterator)) && vm_length_hint(vm, iterable) >= 0)
        for (size_t turn = 1; !value_is_unset(item = vm_next(vm, iterator)) && !value_is_raised(item); turn++)
            if (!put(vm, list, item) || !loop_turn(vm, turn)) {
                item = VALUE_RAISED;
                break;
            }
    vm->root_count = mark;
    return value_is_unset(item);
}

/* --- sorting ----------------------------------------------------------------------------------------------- *
 * A stable merge sort over runs that are already in order (Peters' timsort without galloping). The
 * algorithm is one inline function; it is compiled once for each way to compare. less() answers -1 when
 * it raised. All values stay reachable from two lists on the root stack, whatever the arrays hold. */

typedef struct {
    Value key, item;
} SortRow;
typedef int (*Less)(VM *vm, Value a, Value b);
#define INLINE static inline __attribute__((always_inline))

INLINE int less_ints(VM *vm, Value a, Value b)
{
    return value_less_ints(a, b);
}
INLINE int less_floats(VM *vm, Value a, Value b)
{
    return value_float(a) < value_float(b);
}
INLINE int less_strs(VM *vm, Value a, Value b)
{
    return str_compare(as_str(a), as_str(b)) < 0;
}
INLINE int less_any(VM *vm, Value a, Value b)
{
    return vm_less(vm, a, b);
}

/* false: raised. Whoever stops in the middle of sorting drops the rows. */
static bool reverse_rows(VM *vm, SortRow *rows, size_t count)
{
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        if (!vm_turn(vm, i))
            return false;
        SortRow row = rows[i];
        rows[i] = rows[--j];
        rows[j] = row;
    }
    return true;
}

/* From row n on, while none is smaller than the one before: the first that is, or count; -1: raised. */
INLINE ptrdiff_t climb(VM *vm, SortRow *rows, size_t n, size_t count, Less less)
{
    for (; n < count; n++) {
        int falls = less(vm, rows[n].key, rows[n - 1].key);
        if (falls)
            return falls < 0 ? -1 : (ptrdiff_t)n;
        if (!vm_turn(vm, n))
            return -1;
    }
    return (ptrdiff_t)n;
}

/* From row n on, while none is larger than the one before. Equal rows are turned round, so that they are in
 * their order again when the whole run is; -1: raised. */
INLINE ptrdiff_t descend(VM *vm, SortRow *rows, size_t n, size_t count, Less less)
{
    size_t equal = 0;
    for (; n < count; n++) {
        int falls = less(vm, rows[n].key, rows[n - 1].key);
        int rises = falls ? 0 : less(vm, rows[n - 1].key, rows[n].key);
        if (falls < 0 || rises < 0 || !vm_turn(vm, n))
            return -1;
        if (rises)
            break;
        if (!falls)
            equal++;
        else if (equal) {
            if (!reverse_rows(vm, rows + n - 1 - equal, equal + 1))
                return -1;
            equal = 0;
        }
    }
    return equal && !reverse_rows(vm, rows + n - 1 - equal, equal + 1) ? -1 : (ptrdiff_t)n;
}

/* How many rows at the front are in order (a descending run is turned round, and what follows may lengthen it);
 * -1: raised. Scripts can count the comparisons: they are those of CPython 3.13. */
INLINE ptrdiff_t count_run(VM *vm, SortRow *rows, size_t count, Less less)
{
    if (count < 2)
        return (ptrdiff_t)count;
    ptrdiff_t n = climb(vm, rows, 1, count, less);
    if (n < 0 || (size_t)n == count)
        return n;
    if (n > 1) { /* not a rise at all, if all are equal */
        int rises = less(vm, rows[0].key, rows[n - 1].key);
        if (rises)
            return rises < 0 ? -1 : n;
        if (!reverse_rows(vm, rows, (size_t)n))
            return -1;
    }
    n = descend(vm, rows, (size_t)n + 1, count, less);
    if (n < 0 || !reverse_rows(vm, rows, (size_t)n))
        return -1;
    return climb(vm, rows, (size_t)n, count, less);
}

/* Rows [0, sorted) are in order; brings [sorted, count) to their places. */
INLINE bool insert_rows(VM *vm, SortRow *rows, size_t sorted, size_t count, Less less)
{
    for (; sorted < count; sorted++) {
        SortRow row = rows[sorted];
        size_t low = 0, high = sorted;
        while (low < high) {
            size_t middle = (low + high) / 2;
            int smaller = less(vm, row.key, rows[middle].key);
            if (smaller < 0)
                return false;
            if (smaller)
                high = middle;
            else
                low = middle + 1;
        }
        memmove(rows + low + 1, rows + low, (sorted - low) * sizeof *rows);
        rows[low] = row;
    }
    return true;
}

static bool copy_rows(VM *vm, SortRow *to, const SortRow *from, size_t count)
{
    if (heap_copy(vm->heap, to, from, count * sizeof *to))
        return true;
    raise_memory(vm);
    return false;
}

enum { MERGE_STEPS = 1 << 16 };

/* Merges rows [0, left) and [left, count), both in order. */
INLINE bool merge_rows(VM *vm, SortRow *rows, size_t left, size_t count, SortRow *spare, Less less)
{
    int out_of_order = less(vm, rows[left].key, rows[left - 1].key);
    if (out_of_order <= 0)
        return out_of_order == 0;
    if (!copy_rows(vm, spare, rows, left))
        return false;
    size_t a = 0, b = left, to = 0;
    while (a < left && b < count) {
        size_t steps = left - a < count - b ? left - a : count - b; /* none of the two ends before */
        if (steps > MERGE_STEPS)
            steps = MERGE_STEPS;
        do {
            int smaller = less(vm, rows[b].key, spare[a].key);
            if (smaller < 0)
                return false;
            rows[to++] = smaller ? rows[b++] : spare[a++];
        } while (--steps);
        if (UNLIKELY(vm->attention != 0) && !vm_go_on(vm))
            return false;
    }
    return copy_rows(vm, rows + to, spare + a, left - a);
}

INLINE bool sort_rows(VM *vm, SortRow *rows, size_t count, SortRow *spare, Less less)
{
    struct {
        size_t start, count;
    } runs[64]; /* lengths grow like Fibonacci numbers towards the bottom */
    size_t depth = 0, minimum = count, shifted = 0;
    while (minimum >= 64) {
        shifted |= minimum & 1;
        minimum >>= 1;
    }
    minimum += shifted;
    for (size_t start = 0; start < count;) {
        ptrdiff_t run = count_run(vm, rows + start, count - start, less);
        if (run < 0)
            return false;
        size_t length = (size_t)run;
        if (length < minimum) {
            size_t forced = count - start < minimum ? count - start : minimum;
            if (!insert_rows(vm, rows + start, length, forced, less))
                return false;
            length = forced;
        }
        runs[depth].start = start;
        runs[depth++].count = length;
        start += length;
        if (UNLIKELY(vm->attention != 0) && !vm_safe_point(vm))
            return false;
        while (depth > 1 && (start == count || runs[depth - 2].count <= runs[depth - 1].count ||
                             (depth > 2 && runs[depth - 3].count <=
                                               runs[depth - 2].count + runs[depth - 1].count))) {
            size_t first = depth - 2;
            if (start < count && depth > 2 && runs[depth - 3].count < runs[depth - 1].count)
                first = depth - 3; /* the shorter neighbour */
            if (!merge_rows(vm, rows + runs[first].start, runs[first].count,
                            runs[first].count + runs[first + 1].count, spare, less))
                return false;
            runs[first].count += runs[first + 1].count;
            if (first + 2 < depth)
                runs[first + 1] = runs[first + 2];
            depth--;
        }
    }
    return true;
}

enum { KIND_STOPPED = '!' };

/* KIND_STOPPED: raised. What all keys are: 'i' small ints, 'f' floats, 's' exact strs, 0 anything. */
static char common_kind(VM *vm, const SortRow *rows, size_t count)
{
    char kind = 0;
    for (size_t i = 0; i < count; i++) {
        if (!vm_turn(vm, i))
            return KIND_STOPPED;
        Value key = rows[i].key;
        char this = value_is_int(key) ? 'i' : value_is_float(key) ? 'f'
                    : value_is_exactly(key, KIND_STR) ? 's' : 0;
        if (!this || (kind && kind != this))
            return 0;
        kind = this;
    }
    return kind;
}

static bool sort_by_kind(VM *vm, SortRow *rows, size_t count, SortRow *spare)
{
    switch (common_kind(vm, rows, count)) {
    case KIND_STOPPED: return false;
    case 'i': return sort_rows(vm, rows, count, spare, less_ints);
    case 'f': return sort_rows(vm, rows, count, spare, less_floats);
    case 's': return sort_rows(vm, rows, count, spare, less_strs);
    default: return sort_rows(vm, rows, count, spare, less_any);
    }
}

/* The array of a long list's rows becomes that of its items: Ctrl-C meets the old or the new order. */
static bool take_rows(VM *vm, List *held, SortRow *rows, size_t bytes, bool fine)
{
    size_t count = held->count;
    Value *items = (Value *)(void *)rows;
    for (size_t i = 0; fine && i < count; i++) {
        Value item = rows[i].item;
        items[i] = item;
        fine = vm_turn(vm, i);
    }
    Value *cut = fine ? heap_array(vm->heap, rows, bytes, count * sizeof *items) : NULL;
    if (!cut) {
        heap_array_free(vm->heap, rows, bytes);
        if (fine)
            raise_memory(vm);
        return false;
    }
    heap_array_free(vm->heap, held->items, held->capacity * sizeof *items);
    held->items = cut;
    held->capacity = count;
    return true;
}

/* Sorts the items of `held` (which nobody else sees). */
static bool sort_held(VM *vm, List *held, Value key, bool reverse)
{
    size_t count = held->count, bytes = 2 * count * sizeof(SortRow);
    List *keys = NULL;
    if (!value_is_unset(key) && !value_is_none(key)) {
        keys = list_new(vm->heap, count);
        if (!keys) {
            raise_memory(vm);
            return false;
        }
        vm_keep(vm, OBJ(keys));
        for (size_t i = 0; i < count; i++) {
            Value answer = vm_call(vm, key, 1, &held->items[i]);
            if (value_is_raised(answer) || !put(vm, keys, answer))
                return false;
        }
    }
    SortRow *rows = heap_array(vm->heap, NULL, 0, bytes);
    if (!rows) {
        raise_memory(vm);
        return false;
    }
    bool fine = true;
    for (size_t i = 0; fine && i < count; i++) {
        rows[i] = (SortRow){ keys ? keys->items[i] : held->items[i], held->items[i] };
        fine = vm_turn(vm, i);
    }
    if (fine && reverse) /* turned before and after, equal rows keep their order */
        fine = reverse_rows(vm, rows, count);
    fine = fine && sort_by_kind(vm, rows, count, rows + count);
    if (fine && reverse)
        fine = reverse_rows(vm, rows, count);
    if (count > HEAP_FAR / sizeof(Value))
        return take_rows(vm, held, rows, bytes, fine);
    for (size_t i = 0; fine && i < count; i++)
        held->items[i] = rows[i].item;
    heap_array_free(vm->heap, rows, bytes);
    return fine;
}

bool list_sort(VM *vm, List *list, Value key, bool reverse)
{
    if (list->count == 0 || (list->count == 1 && (value_is_unset(key) || value_is_none(key))))
        return true;
    List *held = list_new(vm->heap, 0);
    if (!held) {
        raise_memory(vm);
        return false;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(list));
    vm_keep(vm, OBJ(held));
    Value *items = held->items; /* the two change places: the script sees an empty list meanwhile */
    size_t capacity = held->capacity;
    held->items = list->items, held->count = list->count, held->capacity = list->capacity;
    list->items = items, list->count = 0, list->capacity = capacity;
    bool fine = sort_held(vm, held, key, reverse);
    bool changed = list->items != items || list->count != 0;
    if (changed)
        list_clear(vm->heap, list);
    items = list->items, capacity = list->capacity;
    list->items = held->items, list->count = held->count, list->capacity = held->capacity;
    held->items = items, held->count = 0, held->capacity = capacity;
    vm->root_count = mark;
    if (fine && changed) {
        raise_value(vm, "list modified during sort");
        fine = false;
    }
    return fine;
}

/* --- methods ------------------------------------------------------------------------------------------------ */

static Value list_new_(VM *vm, Value *args, int nargs)
{
    return OBJ(heap_new_for(vm->heap, as_class(args[0]), sizeof(List)));
}

static Value list_init(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    list_clear(vm->heap, list);
    return value_is_unset(args[1]) || extend(vm, list, args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value list_append_(VM *vm, Value *args, int nargs)
{
    return list_append(vm->heap, as_list(args[0]), args[1]) ? VALUE_NONE : raise_memory(vm);
}

static Value list_extend(VM *vm, Value *args, int nargs)
{
    return extend(vm, as_list(args[0]), args[1]) ? VALUE_NONE : VALUE_RAISED;
}

/* An index given as an argument, at least -length. [script] */
static bool index_argument(VM *vm, Value v, int64_t *at)
{
    if (value_is_int(v)) {
        *at = value_int(v);
        return true;
    }
    return vm_index(vm, v, at);
}

static Value list_insert(VM *vm, Value *args, int nargs)
{
    int64_t at;
    if (!index_argument(vm, args[1], &at))
        return VALUE_RAISED;
    List *list = as_list(args[0]);
    if (at < 0)
        at += (int64_t)list->count;
    if (at < 0)
        at = 0;
    if ((size_t)at > list->count)
        at = (int64_t)list->count;
    return list_insert_at(vm->heap, list, (size_t)at, args[2]) ? VALUE_NONE : raise_memory(vm);
}

static Value list_pop(VM *vm, Value *args, int nargs)
{
    int64_t at = -1;
    if (!value_is_unset(args[1]) && !index_argument(vm, args[1], &at))
        return VALUE_RAISED;
    List *list = as_list(args[0]);
    if (list->count == 0)
        return raise_index(vm, "pop from empty list");
    if (at < 0)
        at += (int64_t)list->count;
    if (at < 0 || (size_t)at >= list->count)
        return raise_index(vm, "pop index out of range");
    Value item = list->items[at];
    return list_remove_at(vm->heap, list, (size_t)at) ? item : raise_memory(vm);
}

static Value list_remove(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    for (size_t i = 0; i < list->count; i++) {
        int equal = vm_equal_kept(vm, list->items[i], args[1]);
        if (equal < 0)
            return VALUE_RAISED;
        if (equal) {
            if (i < list->count && !list_remove_at(vm->heap, list, i))
                return raise_memory(vm);
            return VALUE_NONE;
        }
        if (!loop_turn(vm, i + 1))
            return VALUE_RAISED;
    }
    return raise_value(vm, "list.remove(x): x not in list");
}

static Value list_clear_(VM *vm, Value *args, int nargs)
{
    list_clear(vm->heap, as_list(args[0]));
    return VALUE_NONE;
}

static Value list_index(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    int64_t from, to;
    if (!sequence_range(vm, args[2], args[3], list->count, &from, &to))
        return VALUE_RAISED;
    for (int64_t i = from; i < to && (size_t)i < list->count; i++) {
        int equal = vm_equal_kept(vm, list->items[i], args[1]);
        if (equal < 0)
            return VALUE_RAISED;
        if (equal)
            return value_small(i);
        if (!loop_turn(vm, (size_t)i + 1))
            return VALUE_RAISED;
    }
    return raise_value(vm, "%R is not in list", args[1]);
}

static Value list_count(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    int64_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        int equal = vm_equal_kept(vm, list->items[i], args[1]);
        if (equal < 0)
            return VALUE_RAISED;
        count += equal;
        if (!loop_turn(vm, i + 1))
            return VALUE_RAISED;
    }
    return value_small(count);
}

static Value list_sort_(VM *vm, Value *args, int nargs)
{
    int reverse = value_is_unset(args[2]) ? 0 : vm_truth(vm, args[2]);
    return reverse >= 0 && list_sort(vm, as_list(args[0]), args[1], reverse) ? VALUE_NONE : VALUE_RAISED;
}

static Value list_reverse_(VM *vm, Value *args, int nargs)
{
    return list_reverse(vm->heap, as_list(args[0])) ? VALUE_NONE : raise_memory(vm);
}

static Value list_copy(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    return vm_own(vm, list_from_values(vm->heap, list->items, list->count));
}

static Value list_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)as_list(args[0])->count);
}

static Value list_getitem(VM *vm, Value *args, int nargs)
{
    return seq_list_get(vm, as_list(args[0]), args[1]);
}

static Value list_setitem(VM *vm, Value *args, int nargs)
{
    return seq_list_set(vm, as_list(args[0]), args[1], args[2]) ? VALUE_NONE : VALUE_RAISED;
}

static Value list_delitem(VM *vm, Value *args, int nargs)
{
    return seq_list_set(vm, as_list(args[0]), args[1], VALUE_UNSET) ? VALUE_NONE : VALUE_RAISED;
}

static Value list_contains(VM *vm, Value *args, int nargs)
{
    List *list = as_list(args[0]);
    for (size_t i = 0; i < list->count; i++) {
        int equal = vm_equal_kept(vm, list->items[i], args[1]);
        if (equal != 0)
            return equal < 0 ? VALUE_RAISED : VALUE_TRUE;
        if (!loop_turn(vm, i + 1))
            return VALUE_RAISED;
    }
    return VALUE_FALSE;
}

static Value list_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value list_reversed(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], true);
}

static Value list_add(VM *vm, Value *args, int nargs)
{
    if (!value_is_list(args[1]))
        return sequence_refuses(vm, "can only concatenate list (not \"%T\") to list", args[1]);
    List *a = as_list(args[0]), *b = as_list(args[1]);
    List *sum = list_new(vm->heap, a->count + b->count);
    if (!sum)
        return raise_memory(vm);
    if (!heap_copy(vm->heap, sum->items, a->items, a->count * sizeof(Value)) ||
        !heap_copy(vm->heap, sum->items + a->count, b->items, b->count * sizeof(Value)))
        return raise_memory(vm);
    sum->count = a->count + b->count;
    return OBJ(sum);
}

static Value list_iadd(VM *vm, Value *args, int nargs)
{
    return extend(vm, as_list(args[0]), args[1]) ? args[0] : VALUE_RAISED;
}

static Value list_mul(VM *vm, Value *args, int nargs)
{
    int64_t times;
    int fits = sequence_times(vm, args[1], &times);
    if (fits <= 0)
        return fits < 0 ? VALUE_RAISED : VALUE_NOTIMPLEMENTED;
    List *list = as_list(args[0]);
    size_t total;
    if (__builtin_mul_overflow(list->count, (size_t)times, &total) || total > SIZE_MAX / 32)
        return raise_memory(vm);
    List *product = list_new(vm->heap, total);
    if (!product)
        return raise_memory(vm);
    if (list->count == 1)
        for (size_t i = 0; i < total; i++) {
            if (!vm_turn(vm, i))
                return VALUE_RAISED;
            product->items[i] = list->items[0];
        }
    else
        for (size_t i = 0, turn = 0; i < total; i += list->count, turn++) {
            if (!vm_turn(vm, turn))
                return VALUE_RAISED;
            if (!heap_copy(vm->heap, product->items + i, list->items, list->count * sizeof(Value)))
                return raise_memory(vm);
        }
    product->count = total;
    return OBJ(product);
}

static Value list_imul(VM *vm, Value *args, int nargs)
{
    Value product = list_mul(vm, args, nargs);
    if (!value_is_exactly(product, KIND_LIST))
        return product;
    List *list = as_list(args[0]), *from = as_list(product);
    if (!list_splice(vm->heap, list, 0, list->count, from->items, from->count))
        return raise_memory(vm);
    return args[0];
}

static Value list_item_at(const Obj *owner, size_t i)
{
    const List *list = (const List *)(const void *)owner;
    return i < list->count ? list->items[i] : VALUE_UNSET;
}

static Value list_repr(VM *vm, Value *args, int nargs)
{
    return sequence_repr(vm, args[0], list_item_at, "[", "]", false);
}

static Value list_compare(VM *vm, CompareOp op, Value a, Value b)
{
    return value_is_list(b) ? sequence_compare(vm, op, a, b) : VALUE_NOTIMPLEMENTED;
}
COMPARISONS(list, list_compare)

static const NativeSpec list_methods[] = {
    { "__new__", list_new_, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    ROW("__init__", list_init, "self, iterable=(), /"),
    ROW_HELP("append", list_append_, "self, object, /", "append(x): add x at the end"),
    ROW_HELP("extend", list_extend, "self, iterable, /", "extend(iterable): add its items at the end"),
    ROW_HELP("insert", list_insert, "self, index, object, /", "insert(i, x): put x before index i"),
    ROW_HELP("pop", list_pop, "self, index=-1, /", "pop(i=-1): take out and answer the item at i"),
    ROW_HELP("remove", list_remove, "self, value, /", "remove(x): take out the first item equal to x"),
    ROW_HELP("clear", list_clear_, "self, /", "clear(): take out all items"),
    ROW_HELP("index", list_index, "self, value, start=0, stop=9223372036854775807, /",
             "index(x): where the first item equal to x is"),
    ROW_HELP("count", list_count, "self, value, /", "count(x): how many items equal x"),
    ROW_HELP("sort", list_sort_, "self, /, *, key=None, reverse=False",
             "sort(key=None, reverse=False): put the items in order; equal ones keep theirs"),
    ROW_HELP("reverse", list_reverse_, "self, /", "reverse(): turn the list round, in place"),
    ROW_HELP("copy", list_copy, "self, /", "copy(): a new list with the same items"),
    ROW("__len__", list_len, "self, /"),
    ROW("__getitem__", list_getitem, "self, index, /"),
    ROW("__setitem__", list_setitem, "self, key, value, /"),
    ROW("__delitem__", list_delitem, "self, key, /"),
    ROW("__contains__", list_contains, "self, key, /"),
    ROW("__iter__", list_iter, "self, /"),
    ROW("__reversed__", list_reversed, "self, /"),
    ROW("__add__", list_add, "self, value, /"),
    ROW("__iadd__", list_iadd, "self, value, /"),
    ROW("__mul__", list_mul, "self, value, /"),
    ROW("__rmul__", list_mul, "self, value, /"),
    ROW("__imul__", list_imul, "self, value, /"),
    ROW("__repr__", list_repr, "self, /"),
    COMPARISON_ROWS(list),
    CLASS_GETITEM_ROW,
    { 0 },
};
static const TypeSpec list_type = { "list", "builtins", "list(iterable=()): a row of items that can change",
                                    KIND_LIST, CLASS_UNHASHABLE, list_methods, NULL };

bool list_types_setup(VM *vm)
{
    Class *cls = type_create(vm, &list_type, NULL);
    return cls != NULL;
}
