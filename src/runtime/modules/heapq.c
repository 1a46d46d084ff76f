/* heapq.c - modules _heapq and _bisect: heaps and binary search in lists. The comparisons come in the
 * order of CPython's, so that equal items end in the same places. Items are swapped, never held outside
 * the list: a comparison may run script code that changes the list. */
#include "runtime/modules/helpers.h"

extern const ModuleSpec _heapq_module;
extern const ModuleSpec _bisect_module;

static bool heap_list(VM *vm, Value v, const char *caller, List **out)
{
    if (!value_is_list(v)) {
        raise_type(vm, "%s must be list, not %T", caller, v);
        return false;
    }
    *out = as_list(v);
    return true;
}

/* a < b of two items; -1 also when the comparison changed the list's length. */
static int item_less(VM *vm, List *heap, size_t a, size_t b)
{
    size_t count = heap->count;
    int less = vm_less(vm, heap->items[a], heap->items[b]);
    if (less >= 0 && heap->count != count) {
        raise_runtime(vm, "list changed size during iteration");
        return -1;
    }
    return less;
}

static void swap_items(List *heap, size_t a, size_t b)
{
    Value kept = heap->items[a];
    heap->items[a] = heap->items[b];
    heap->items[b] = kept;
}

static bool sift_down(VM *vm, List *heap, size_t start, size_t pos)
{
    while (pos > start) {
        size_t parent = (pos - 1) / 2;
        int less = item_less(vm, heap, pos, parent);
        if (less < 0)
            return false;
        if (!less)
            break;
        swap_items(heap, pos, parent);
        pos = parent;
    }
    return true;
}

static bool sift_up(VM *vm, List *heap, size_t pos)
{
    size_t end = heap->count, start = pos, limit = end / 2;
    while (pos < limit) {
        size_t child = 2 * pos + 1;
        if (child + 1 < end) {
            int less = item_less(vm, heap, child, child + 1);
            if (less < 0)
                return false;
            child += !less;
        }
        swap_items(heap, pos, child);
        pos = child;
    }
    return sift_down(vm, heap, start, pos);
}

static Value heapq_heappush(VM *vm, Value *args, int nargs)
{
    List *heap;
    if (!heap_list(vm, args[0], "heappush() argument 1", &heap))
        return VALUE_RAISED;
    if (!list_append(vm->heap, heap, args[1]))
        return raise_memory(vm);
    return sift_down(vm, heap, 0, heap->count - 1) ? VALUE_NONE : VALUE_RAISED;
}

static Value heapq_heappop(VM *vm, Value *args, int nargs)
{
    List *heap;
    if (!heap_list(vm, args[0], "heappop() argument", &heap))
        return VALUE_RAISED;
    if (heap->count == 0)
        return raise_index(vm, "index out of range");
    Value last = heap->items[heap->count - 1];
    heap->count--;
    if (heap->count == 0)
        return last;
    Value first = vm_keep(vm, heap->items[0]);
    heap->items[0] = last;
    return sift_up(vm, heap, 0) ? first : VALUE_RAISED;
}

static Value heapq_heapreplace(VM *vm, Value *args, int nargs)
{
    List *heap;
    if (!heap_list(vm, args[0], "heapreplace() argument 1", &heap))
        return VALUE_RAISED;
    if (heap->count == 0)
        return raise_index(vm, "index out of range");
    Value first = vm_keep(vm, heap->items[0]);
    heap->items[0] = args[1];
    return sift_up(vm, heap, 0) ? first : VALUE_RAISED;
}

static Value heapq_heappushpop(VM *vm, Value *args, int nargs)
{
    List *heap;
    if (!heap_list(vm, args[0], "heappushpop() argument 1", &heap))
        return VALUE_RAISED;
    if (heap->count == 0)
        return args[1];
    int less = vm_less(vm, heap->items[0], args[1]);
    if (less < 0)
        return VALUE_RAISED;
    if (!less)
        return args[1];
    if (heap->count == 0)
        return raise_index(vm, "index out of range");
    return heapq_heapreplace(vm, args, nargs);
}

static Value heapq_heapify(VM *vm, Value *args, int nargs)
{
    List *heap;
    if (!heap_list(vm, args[0], "heapify() argument", &heap))
        return VALUE_RAISED;
    for (size_t i = heap->count / 2; i-- > 0;)
        if (!sift_up(vm, heap, i))
            return VALUE_RAISED;
    return VALUE_NONE;
}

/* The n first of sorted(iterable, key=key, reverse=reverse): what nsmallest and nlargest mean. */
static Value first_sorted(VM *vm, Value *args, bool reverse)
{
    int64_t n;
    if (!vm_index(vm, args[0], &n))
        return VALUE_RAISED;
    Value sorted = dict_get_name(vm->builtins->dict, name_of(vm, "sorted"));
    Dict *kw = dict_new(vm->heap, 2);
    if (value_is_unset(sorted) || !kw)
        return raise_memory(vm);
    vm_keep(vm, OBJ(kw));
    if (!dict_put(vm, kw, "key", arg_or(args[2], VALUE_NONE)) || !dict_put(vm, kw, "reverse", value_bool(reverse)))
        return VALUE_RAISED;
    Value list = vm_call_kw(vm, sorted, 1, &args[1], kw);
    if (value_is_raised(list))
        return list;
    if (!value_is_list(list))
        return raise_type(vm, "sorted() made no list");
    size_t count = as_list(list)->count, keep = n < 0 ? 0 : (size_t)n < count ? (size_t)n : count;
    if (keep < count && !list_splice(vm->heap, as_list(list), keep, count, NULL, 0))
        return raise_memory(vm);
    return list;
}

static Value heapq_nsmallest(VM *vm, Value *args, int nargs)
{
    return first_sorted(vm, args, false);
}

static Value heapq_nlargest(VM *vm, Value *args, int nargs)
{
    return first_sorted(vm, args, true);
}

static const NativeSpec heapq_functions[] = {
    { "heappush", heapq_heappush, "heap, item, /", 0, 0, 0, "Puts an item onto the heap." },
    { "heappop", heapq_heappop, "heap, /", 0, 0, 0, "Takes the smallest item off the heap." },
    { "heapreplace", heapq_heapreplace, "heap, item, /", 0, 0, 0, "heappop, then heappush, in one." },
    { "heappushpop", heapq_heappushpop, "heap, item, /", 0, 0, 0, "heappush, then heappop, in one." },
    { "heapify", heapq_heapify, "heap, /", 0, 0, 0, "Makes a list a heap." },
    { "nsmallest", heapq_nsmallest, "n, iterable, key=None", 0, 0, 0, "The n smallest, in order." },
    { "nlargest", heapq_nlargest, "n, iterable, key=None", 0, 0, 0, "The n largest, the largest first." },
    { 0 },
};
const ModuleSpec _heapq_module = { "_heapq", "Heaps in lists.", heapq_functions, NULL, NULL };

/* --- bisect ------------------------------------------------------------------------------------------- */

/* args: a, x, lo, hi, key. -1: raised. with_key_of_x: insort applies the key to x as well. */
static int64_t bisect(VM *vm, Value *args, bool right, bool with_key_of_x)
{
    int64_t low = 0, high;
    bool keyed = !is_unset_or_none(args[4]);
    if (!value_is_unset(args[2]) && !vm_index(vm, args[2], &low))
        return -1;
    if (low < 0) {
        raise_value(vm, "lo must be non-negative");
        return -1;
    }
    if (is_unset_or_none(args[3])) {
        high = vm_len(vm, args[0]);
        if (high < 0)
            return -1;
    } else if (!vm_index(vm, args[3], &high))
        return -1;
    Value x = args[1];
    if (keyed && with_key_of_x) {
        x = vm_call(vm, args[4], 1, &x);
        if (value_is_raised(x))
            return -1;
        vm_keep(vm, x);
    }
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Value item = vm_getitem(vm, args[0], make_int(vm, middle));
        if (keyed && !value_is_raised(item))
            item = vm_call(vm, args[4], 1, &item);
        if (value_is_raised(item))
            return -1;
        int less = right ? vm_less(vm, x, item) : vm_less(vm, item, x);
        if (less < 0)
            return -1;
        if (right == (less != 0))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Value bisect_bisect_left(VM *vm, Value *args, int nargs)
{
    int64_t at = bisect(vm, args, false, false);
    return at < 0 ? VALUE_RAISED : make_int(vm, at);
}

static Value bisect_bisect_right(VM *vm, Value *args, int nargs)
{
    int64_t at = bisect(vm, args, true, false);
    return at < 0 ? VALUE_RAISED : make_int(vm, at);
}

static Value insort(VM *vm, Value *args, bool right)
{
    int64_t at = bisect(vm, args, right, true);
    if (at < 0)
        return VALUE_RAISED;
    if (value_is_exactly(args[0], KIND_LIST)) {
        List *list = as_list(args[0]);
        return list_insert_at(vm->heap, list, (size_t)at > list->count ? list->count : (size_t)at, args[1])
                   ? VALUE_NONE
                   : raise_memory(vm);
    }
    Value pair[2] = { make_int(vm, at), args[1] };
    Value result = vm_call_method(vm, args[0], name_of(vm, "insert"), 2, pair);
    return value_is_raised(result) ? result : VALUE_NONE;
}

static Value bisect_insort_left(VM *vm, Value *args, int nargs)
{
    return insort(vm, args, false);
}

static Value bisect_insort_right(VM *vm, Value *args, int nargs)
{
    return insort(vm, args, true);
}

#define BISECT "a, x, lo=0, hi=None, *, key=None"
static const NativeSpec bisect_functions[] = {
    { "bisect_left", bisect_bisect_left, BISECT, 0, 0, 0, "Where x belongs, before equal items." },
    { "bisect_right", bisect_bisect_right, BISECT, 0, 0, 0, "Where x belongs, after equal items." },
    { "bisect", bisect_bisect_right, BISECT, 0, 0, 0, "As bisect_right." },
    { "insort_left", bisect_insort_left, BISECT, 0, 0, 0, "Inserts x before equal items." },
    { "insort_right", bisect_insort_right, BISECT, 0, 0, 0, "Inserts x after equal items." },
    { "insort", bisect_insort_right, BISECT, 0, 0, 0, "As insort_right." },
    { 0 },
};
const ModuleSpec _bisect_module = { "_bisect", "Binary search in sorted lists.", bisect_functions, NULL, NULL };
