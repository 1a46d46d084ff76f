/* iter.c - iteration: what `for` means for every type, and whole iterables made into lists and tuples.
 * Exact built-in types are answered here from their layout; whatever else is asked through its class
 * (__iter__, __next__, __getitem__ ...), which finds script methods and rows of built-in types alike. */
#include "vm/iter.h"
#include "vm/dictops.h"

/* --- making iterators ------------------------------------------------------------------------------------- */

Value iter_of_sequence(VM *vm, Value seq, bool backwards)
{
    uint8_t kind = value_is_obj(seq) ? value_obj(seq)->kind & KIND_MASK : KIND_INSTANCE;
    uint8_t iter_kind = KIND_SEQ_ITER;
    int which = backwards ? CLS_reversed : CLS_iterator;
    size_t length = 0;
    switch (kind) {
    case KIND_LIST:
        iter_kind = KIND_LIST_ITER;
        which = backwards ? CLS_list_reverseiterator : CLS_list_iterator;
        length = as_list(seq)->count;
        break;
    case KIND_TUPLE:
        iter_kind = backwards ? KIND_SEQ_ITER : KIND_TUPLE_ITER;
        which = backwards ? CLS_reversed : CLS_tuple_iterator;
        length = tuple_length(as_tuple(seq));
        break;
    case KIND_STR:
        if (!backwards)
            which = str_is_ascii(as_str(seq)) ? CLS_str_ascii_iterator : CLS_str_iterator;
        length = str_length(as_str(seq));
        break;
    case KIND_BYTES:
        if (!backwards)
            which = CLS_bytes_iterator;
        length = as_bytes(seq)->length;
        break;
    case KIND_BYTEARRAY:
        if (!backwards)
            which = CLS_bytearray_iterator;
        length = AS(ByteArray, seq)->length;
        break;
    default:
        if (backwards) {
            int64_t asked = vm_len(vm, seq);
            if (asked < 0)
                return VALUE_RAISED;
            length = (size_t)asked;
        }
    }
    SeqIter *it = heap_new(vm->heap, iter_kind, sizeof *it);
    if (vm->heap->named[which])
        it->obj.cls = vm->heap->named[which];
    it->obj.aux = backwards;
    it->seq = seq;
    it->next = backwards ? length : 0;
    return OBJ(it);
}

Value iter_of_table(VM *vm, Value table, uint32_t mode, bool backwards)
{
    static const uint8_t classes[2][3] = {
        { CLS_dict_keyiterator, CLS_dict_valueiterator, CLS_dict_itemiterator },
        { CLS_dict_reversekeyiterator, CLS_dict_reversevalueiterator, CLS_dict_reverseitemiterator },
    };
    if (value_is_set(table))
        set_arrange(vm->heap, as_set(table));
    int which = value_is_set(table) ? CLS_set_iterator : classes[backwards][mode];
    DictIter *it = heap_new(vm->heap, KIND_DICT_ITER, sizeof *it);
    if (vm->heap->named[which])
        it->obj.cls = vm->heap->named[which];
    it->obj.aux = mode + (backwards ? 4 : 0);
    it->table = table;
    it->next = backwards ? as_dict(table)->used : as_dict(table)->obj.aux; /* behind the holes of a queue */
    it->expected = as_dict(table)->count;
    it->version = as_dict(table)->version;
    return OBJ(it);
}

Value iter_of_range(VM *vm, const Range *range, bool backwards)
{
    Heap *heap = vm->heap;
    Value start = range->start, step = range->step, last;
    if (backwards) { /* start + (length - 1) * step, and -step */
        IntStatus status = int_sub(heap, range->length, value_small(1), &last);
        if (status == INT_OK)
            status = int_mul(heap, last, range->step, &last);
        if (status == INT_OK)
            status = int_add(heap, range->start, last, &start);
        if (status == INT_OK)
            status = int_neg(heap, range->step, &step);
        if (status != INT_OK)
            return raise_int_status(vm, status);
    }
    IntStatus status = int_mul(heap, range->length, step, &last);
    if (status == INT_OK)
        status = int_add(heap, start, last, &last);
    if (status != INT_OK)
        return raise_int_status(vm, status);
    if (value_is_int(start) && value_is_int(step) && value_is_int(last) && value_is_int(range->length)) {
        RangeIter *it = heap_new(heap, KIND_RANGE_ITER, sizeof *it);
        it->next = value_int(start);
        it->step = value_int(step);
        it->left = (uint64_t)value_int(range->length);
        return OBJ(it);
    }
    Slots *it = slots_new(heap, vm->heap->named[CLS_longrange_iterator], 3);
    if (!it)
        return raise_memory(vm);
    it->v[0] = start;
    it->v[1] = step;
    it->v[2] = range->length;
    return OBJ(it);
}

Value vm_iter(VM *vm, Value v)
{
    if (value_is_obj(v)) {
        switch (value_obj(v)->kind) {
        case KIND_LIST:
        case KIND_TUPLE:
        case KIND_STR:
        case KIND_BYTES:
        case KIND_BYTEARRAY: return iter_of_sequence(vm, v, false);
        case KIND_DICT:
        case KIND_SET:
        case KIND_FROZENSET: return iter_of_table(vm, v, DICT_KEYS, false);
        case KIND_DICT_VIEW:
            return iter_of_table(vm, OBJ(AS(DictView, v)->dict), value_obj(v)->aux & 3, false);
        case KIND_RANGE: return iter_of_range(vm, AS(Range, v), false);
        case KIND_GENERATOR:
        case KIND_RANGE_ITER:
        case KIND_LIST_ITER:
        case KIND_TUPLE_ITER:
        case KIND_SEQ_ITER:
        case KIND_DICT_ITER: return v;
        }
    }
    Class *cls = class_of(vm, v);
    Value method = class_lookup(vm, cls, NAME(vm, __iter__));
    if (value_is_unset(method)) {
        if (value_is_unset(class_lookup(vm, cls, NAME(vm, __getitem__))) || value_is_dict(v))
            return raise_type(vm, "'%T' object is not iterable", v);
        return iter_of_sequence(vm, v, false);
    }
    if (value_is_none(method))
        return raise_type(vm, "'%T' object is not iterable", v);
    Value iterator = vm_call_special(vm, v, NAME(vm, __iter__), 0, NULL);
    if (value_is_raised(iterator))
        return iterator;
    if (value_is_unset(class_lookup(vm, class_of(vm, iterator), NAME(vm, __next__))))
        return raise_type(vm, "iter() returned non-iterator of type '%T'", iterator);
    return iterator;
}

/* --- next --------------------------------------------------------------------------------------------------- */

static Value next_seq(VM *vm, SeqIter *it)
{
    Value seq = it->seq;
    if (value_is_unset(seq))
        return VALUE_UNSET;
    size_t at = it->next;
    if (it->obj.aux) {
        if (at == 0) {
            it->seq = VALUE_UNSET;
            return VALUE_UNSET;
        }
        at--;
    }
    Value item = VALUE_UNSET;
    switch (value_is_obj(seq) ? value_obj(seq)->kind & KIND_MASK : KIND_INSTANCE) {
    case KIND_LIST:
        if (at < as_list(seq)->count)
            item = as_list(seq)->items[at];
        break;
    case KIND_TUPLE:
        if (at < tuple_length(as_tuple(seq)))
            item = as_tuple(seq)->items[at];
        break;
    case KIND_STR:
        if (at < str_length(as_str(seq)))
            item = vm_own(vm, str_from_char(vm->heap, str_at(as_str(seq), at)));
        break;
    case KIND_BYTES:
        if (at < as_bytes(seq)->length)
            item = value_small(as_bytes(seq)->data[at]);
        break;
    case KIND_BYTEARRAY:
        if (at < AS(ByteArray, seq)->length)
            item = value_small(AS(ByteArray, seq)->data[at]);
        break;
    default: {
        size_t mark = vm->root_count;
        vm_keep(vm, OBJ(it));
        item = vm_getitem(vm, seq, int_from_i64(vm->heap, (int64_t)at));
        vm->root_count = mark;
        if (value_is_raised(item) && (vm_exception_is(vm, vm->exc[EXC_IndexError]) ||
                                      vm_exception_is(vm, vm->exc[EXC_StopIteration]))) {
            vm_take_exception(vm);
            item = VALUE_UNSET;
        }
    }
    }
    if (value_is_unset(item))
        it->seq = VALUE_UNSET;
    else if (!value_is_raised(item))
        it->next = it->obj.aux ? at : at + 1;
    return item;
}

static Value next_of_table(VM *vm, DictIter *it)
{
    if (value_is_unset(it->table))
        return VALUE_UNSET;
    Dict *dict = as_dict(it->table);
    bool is_set = value_is_set(it->table);
    if (dict->count != it->expected) {
        it->expected = UINT32_MAX; /* the error stays */
        return raise_runtime(vm, is_set ? "Set changed size during iteration"
                                        : "dictionary changed size during iteration");
    }
    DictEntry *entry = NULL;
    if (it->obj.aux & 4) {
        uint32_t at = it->next < dict->used ? it->next : dict->used;
        while (at > 0 && value_is_unset(dict->entries[at - 1].key))
            at--;
        if (at > 0)
            entry = &dict->entries[at - 1];
        it->next = at > 0 ? at - 1 : 0;
    } else {
        uint32_t at = it->next;
        while (at < dict->used && value_is_unset(dict->entries[at].key))
            at++;
        if (at < dict->used)
            entry = &dict->entries[at];
        it->next = at + 1;
    }
    if (!entry) {
        it->table = VALUE_UNSET;
        return VALUE_UNSET;
    }
    if (!is_set && dict->version != it->version)
        return raise_runtime(vm, "dictionary keys changed during iteration");
    switch (it->obj.aux & 3) {
    case DICT_KEYS: return entry->key;
    case DICT_VALUES: return entry->value;
    default: return vm_tuple_of(vm, 2, (Value[]){ entry->key, entry->value });
    }
}

static Value next_enumerate(VM *vm, Slots *it)
{
    Value item = vm_next(vm, it->v[0]);
    if (value_is_raised(item) || value_is_unset(item))
        return item;
    Value index = it->v[1];
    if (!value_is_int(index) || !value_add_ints(&it->v[1], index, value_small(1))) {
        IntStatus status = int_add(vm->heap, index, value_small(1), &it->v[1]);
        if (status != INT_OK)
            return raise_int_status(vm, status);
    }
    return vm_tuple_of(vm, 2, (Value[]){ index, item });
}

/* zip(strict=True): one argument has ended before or after the others. `at` counts from 0. */
static Value zip_uneven(VM *vm, uint32_t at, bool shorter)
{
    const char *word = shorter ? "shorter" : "longer";
    if (at == 1)
        return raise_value(vm, "zip() argument 2 is %s than argument 1", word);
    return raise_value(vm, "zip() argument %d is %s than arguments 1-%d", (int)at + 1, word, (int)at);
}

static Value next_zip(VM *vm, Slots *it)
{
    uint32_t count = it->obj.aux - 1;
    if (count == 0)
        return VALUE_UNSET;
    Tuple *row = tuple_new(vm->heap, count);
    if (!row)
        return raise_memory(vm);
    vm_keep(vm, OBJ(row));
    for (uint32_t i = 0; i < count; i++) {
        Value item = vm_next(vm, it->v[i + 1]);
        if (value_is_raised(item))
            return item;
        if (!value_is_unset(item)) {
            row->items[i] = item;
            continue;
        }
        if (!value_is_true(it->v[0]))
            return VALUE_UNSET;
        if (i > 0)
            return zip_uneven(vm, i, true);
        for (uint32_t k = 1; k < count; k++) {
            item = vm_next(vm, it->v[k + 1]);
            if (value_is_raised(item))
                return item;
            if (!value_is_unset(item))
                return zip_uneven(vm, k, false);
        }
        return VALUE_UNSET;
    }
    return OBJ(row);
}

static Value next_map(VM *vm, Slots *it)
{
    uint32_t count = it->obj.aux - 1;
    if (count == 1) {
        Value item = vm_next(vm, it->v[1]);
        if (value_is_raised(item) || value_is_unset(item))
            return item;
        return vm_call(vm, it->v[0], 1, &item);
    }
    Tuple *row = tuple_new(vm->heap, count); /* keeps the arguments alive meanwhile */
    if (!row)
        return raise_memory(vm);
    vm_keep(vm, OBJ(row));
    for (uint32_t i = 0; i < count; i++) {
        row->items[i] = vm_next(vm, it->v[i + 1]);
        if (value_is_raised(row->items[i]) || value_is_unset(row->items[i]))
            return row->items[i];
    }
    return vm_call(vm, it->v[0], (int)count, row->items);
}

static Value next_filter(VM *vm, Slots *it)
{
    size_t mark = vm->root_count;
    for (size_t turn = 1;; turn++) {
        vm->root_count = mark;
        Value item = vm_next(vm, it->v[1]);
        if (value_is_raised(item) || value_is_unset(item))
            return item;
        vm_keep(vm, item);
        Value answer = item;
        if (!value_is_none(it->v[0])) {
            answer = vm_call(vm, it->v[0], 1, &item);
            if (value_is_raised(answer))
                return answer;
        }
        int truth = vm_truth(vm, vm_keep(vm, answer));
        if (truth < 0 || !loop_turn(vm, turn))
            return VALUE_RAISED;
        if (truth)
            return item;
    }
}

static Value next_callable(VM *vm, Slots *it)
{
    if (value_is_unset(it->v[0]))
        return VALUE_UNSET;
    Value item = vm_call(vm, it->v[0], 0, NULL);
    if (value_is_raised(item)) {
        if (!vm_exception_is(vm, vm->exc[EXC_StopIteration]))
            return item;
        vm_take_exception(vm);
        it->v[0] = VALUE_UNSET;
        return VALUE_UNSET;
    }
    vm_keep(vm, item);
    int equal = vm_equal(vm, it->v[1], item);
    if (equal < 0)
        return VALUE_RAISED;
    if (!equal)
        return item;
    it->v[0] = VALUE_UNSET;
    return VALUE_UNSET;
}

static Value next_long_range(VM *vm, Slots *it)
{
    if (int_sign(it->v[2]) <= 0)
        return VALUE_UNSET;
    Value item = it->v[0];
    IntStatus status = int_add(vm->heap, it->v[0], it->v[1], &it->v[0]);
    if (status == INT_OK)
        status = int_sub(vm->heap, it->v[2], value_small(1), &it->v[2]);
    return status == INT_OK ? item : raise_int_status(vm, status);
}

/* Iterators over iterators: they nest as deep as a script likes, so each level is counted. */
static Value next_of_slots(VM *vm, Value iterator)
{
    static const struct {
        uint8_t cls;
        Value (*next)(VM *vm, Slots *it);
    } table[] = {
        { CLS_zip, next_zip },         { CLS_enumerate, next_enumerate },
        { CLS_map, next_map },         { CLS_filter, next_filter },
        { CLS_callable_iterator, next_callable }, { CLS_longrange_iterator, next_long_range },
    };
    const Class *cls = value_obj(iterator)->cls;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const Class *own = vm->heap->named[table[i].cls];
        if (!own || (cls != own && !class_derives(cls, own)))
            continue;
        if (!vm_enter_c(vm, ""))
            return VALUE_RAISED;
        size_t mark = vm->root_count;
        vm_keep(vm, iterator);
        Value item = table[i].next(vm, as_slots(iterator));
        vm->root_count = mark;
        vm_leave_c(vm);
        return item;
    }
    return raise_type(vm, "'%T' object is not an iterator", iterator);
}

static Value next_of_generator(VM *vm, Fiber *fiber)
{
    Value item;
    if (fiber->state == FIBER_DONE)
        return VALUE_UNSET;
    switch (fiber_resume(vm, fiber, VALUE_NONE, VALUE_UNSET, &item)) {
    case RUN_SUSPENDED: return item;
    case RUN_RETURNED: return VALUE_UNSET;
    default:
        if (!vm_exception_is(vm, vm->exc[EXC_StopIteration]))
            return VALUE_RAISED;
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
}

Value iter_next_builtin(VM *vm, Value iterator)
{
    switch (value_is_obj(iterator) ? value_obj(iterator)->kind & KIND_MASK : KIND_INSTANCE) {
    case KIND_RANGE_ITER: {
        RangeIter *it = AS(RangeIter, iterator);
        if (it->left == 0)
            return VALUE_UNSET;
        Value item = value_small(it->next);
        it->left--;
        it->next += it->step;
        return item;
    }
    case KIND_LIST_ITER:
    case KIND_TUPLE_ITER:
    case KIND_SEQ_ITER: return next_seq(vm, AS(SeqIter, iterator));
    case KIND_DICT_ITER: return next_of_table(vm, AS(DictIter, iterator));
    case KIND_GENERATOR: return next_of_generator(vm, AS(Fiber, iterator));
    case KIND_SLOTS: return next_of_slots(vm, iterator);
    default: return raise_type(vm, "'%T' object is not an iterator", iterator);
    }
}

Value vm_next(VM *vm, Value iterator)
{
    if (UNLIKELY(vm->attention & ATTENTION_SIGNAL) && !vm_safe_point(vm))
        return VALUE_RAISED; /* Ctrl-C also ends min(), any(), print(*x) of something endless */
    if (value_is_obj(iterator)) {
        switch (value_obj(iterator)->kind) {
        case KIND_RANGE_ITER:
        case KIND_LIST_ITER:
        case KIND_TUPLE_ITER:
        case KIND_SEQ_ITER:
        case KIND_DICT_ITER:
        case KIND_GENERATOR: return iter_next_builtin(vm, iterator);
        case KIND_SLOTS: {
            const Class *cls = value_obj(iterator)->cls;
            if (cls == vm->heap->named[CLS_zip] || cls == vm->heap->named[CLS_enumerate] || cls == vm->heap->named[CLS_map] ||
                cls == vm->heap->named[CLS_filter])
                return next_of_slots(vm, iterator);
        }
        }
    }
    Value item = vm_call_special(vm, iterator, NAME(vm, __next__), 0, NULL);
    if (value_is_unset(item))
        return raise_type(vm, "'%T' object is not an iterator", iterator);
    if (value_is_raised(item) && vm_exception_is(vm, vm->exc[EXC_StopIteration])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return item;
}

int64_t iter_left(VM *vm, Value iterator)
{
    if (!value_is_obj(iterator))
        return -1;
    switch (value_obj(iterator)->kind & KIND_MASK) {
    case KIND_RANGE_ITER: return (int64_t)AS(RangeIter, iterator)->left;
    case KIND_LIST_ITER:
    case KIND_TUPLE_ITER:
    case KIND_SEQ_ITER: {
        SeqIter *it = AS(SeqIter, iterator);
        if (value_is_unset(it->seq))
            return 0;
        if (it->obj.aux)
            return (int64_t)it->next;
        int64_t length = seq_length(it->seq);
        return length < 0 ? -1 : length > (int64_t)it->next ? length - (int64_t)it->next : 0;
    }
    case KIND_DICT_ITER: {
        DictIter *it = AS(DictIter, iterator);
        if (value_is_unset(it->table) || as_dict(it->table)->count != it->expected)
            return 0;
        Dict *dict = as_dict(it->table);
        int64_t left = 0;
        if (it->obj.aux & 4) {
            for (uint32_t i = 0; i < it->next && i < dict->used; i++)
                left += !value_is_unset(dict->entries[i].key);
            return left;
        }
        for (uint32_t i = it->next; i < dict->used; i++)
            left += !value_is_unset(dict->entries[i].key);
        return left;
    }
    default: return -1;
    }
}

/* --- whole iterables ---------------------------------------------------------------------------------------- */

static bool append(VM *vm, List *list, Value item)
{
    if (LIKELY(list_append(vm->heap, list, item)))
        return true;
    raise_memory(vm);
    return false;
}

/* The list of an exact built-in container, or NULL: it is none (nothing pending) or no memory (pending). */
static List *list_of_builtin(VM *vm, Value v)
{
    if (!value_is_obj(v))
        return NULL;
    List *list = NULL;
    switch (value_obj(v)->kind) {
    case KIND_LIST: list = list_from_values(vm->heap, as_list(v)->items, as_list(v)->count); break;
    case KIND_TUPLE:
        list = list_from_values(vm->heap, as_tuple(v)->items, tuple_length(as_tuple(v)));
        break;
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET:
        if (value_is_set(v))
            set_arrange(vm->heap, as_set(v));
        list = list_new(vm->heap, as_dict(v)->count);
        if (list)
            for (DictEntry *e = NULL; (e = dict_next(as_dict(v), e)) != NULL;)
                list->items[list->count++] = e->key;
        break;
    default: return NULL;
    }
    if (!list)
        raise_memory(vm);
    return list;
}

List *vm_list_from(VM *vm, Value iterable)
{
    List *list = list_of_builtin(vm, iterable);
    if (list || vm_raised(vm))
        return list;
    size_t mark = vm->root_count;
    vm_keep(vm, iterable);
    Value iterator = vm_iter(vm, iterable);
    if (value_is_raised(iterator)) {
        vm->root_count = mark;
        return NULL;
    }
    vm_keep(vm, iterator);
    int64_t hint = vm_length_hint(vm, iterable);
    bool fine = hint >= 0;
    if (fine) {
        /* A hint may lie, and then asks for no more than this; a range does not, and may be refused at once. */
        bool exact = value_is_exactly(iterable, KIND_RANGE);
        list = list_new(vm->heap, exact || hint < 1 << 20 ? (size_t)hint : 1 << 20);
        if (!list) {
            raise_memory(vm);
            fine = false;
        } else {
            vm_keep(vm, OBJ(list));
        }
    }
    for (size_t turn = 1; fine; turn++) {
        Value item = vm_next(vm, iterator);
        if (value_is_unset(item))
            break;
        fine = !value_is_raised(item) && append(vm, list, item) && loop_turn(vm, turn);
    }
    vm->root_count = mark;
    return fine ? list : NULL;
}

Tuple *vm_tuple_from(VM *vm, Value iterable)
{
    Tuple *tuple;
    if (value_is_exactly(iterable, KIND_TUPLE))
        return as_tuple(iterable);
    if (value_is_exactly(iterable, KIND_LIST)) {
        tuple = tuple_from_values(vm->heap, as_list(iterable)->items, as_list(iterable)->count);
    } else {
        List *list = vm_list_from(vm, iterable);
        if (!list)
            return NULL;
        tuple = tuple_from_values(vm->heap, list->items, list->count);
        list_clear(vm->heap, list);
    }
    if (!tuple)
        raise_memory(vm);
    return tuple;
}

bool vm_each(VM *vm, Value iterable, bool (*fn)(VM *vm, void *ctx, Value item), void *ctx)
{
    size_t mark = vm->root_count;
    vm_keep(vm, iterable);
    bool fine = true;
    if (value_is_exactly(iterable, KIND_LIST)) {
        List *list = as_list(iterable);
        for (size_t i = 0; fine && i < list->count; i++)
            fine = fn(vm, ctx, list->items[i]) && loop_turn(vm, i + 1);
    } else if (value_is_exactly(iterable, KIND_TUPLE)) {
        Tuple *tuple = as_tuple(iterable);
        for (size_t i = 0; fine && i < tuple_length(tuple); i++)
            fine = fn(vm, ctx, tuple->items[i]);
    } else {
        Value iterator = vm_iter(vm, iterable);
        fine = !value_is_raised(iterator);
        vm_keep(vm, iterator);
        size_t inner = vm->root_count;
        for (size_t turn = 1; fine; turn++) {
            vm->root_count = inner;
            Value item = vm_next(vm, iterator);
            if (value_is_unset(item))
                break;
            fine = !value_is_raised(item) && fn(vm, ctx, vm_keep(vm, item)) && loop_turn(vm, turn);
        }
    }
    vm->root_count = mark;
    return fine;
}
