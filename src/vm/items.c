/* items.c - what `x[i]`, slices, `len` and `in` mean for every type. Exact built-in types are answered here
 * from their layout; whatever else is asked through its class (__getitem__, __len__ ...), which finds
 * script methods and rows of built-in types alike. */
#include "vm/items.h"
#include "vm/dictops.h"
#include "vm/iter.h"

int vm_equal_kept(VM *vm, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (!value_is_obj(a) && !value_is_obj(b))
        return vm_equal(vm, a, b);
    size_t mark = vm->root_count;
    vm_keep(vm, a);
    vm_keep(vm, b);
    int equal = vm_equal(vm, a, b);
    vm->root_count = mark;
    return equal;
}

/* --- slices ------------------------------------------------------------------------------------------- */

/* One part of a slice, cut to what an int64_t holds. */
static bool slice_part(VM *vm, Value part, int64_t *out)
{
    if (value_is_int(part)) {
        *out = value_int(part);
        return true;
    }
    if (!int_is(part) && value_is_unset(class_lookup(vm, class_of(vm, part), NAME(vm, __index__)))) {
        raise_type(vm, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    Value number = vm_index_value(vm, part);
    if (value_is_raised(number))
        return false;
    if (!int_to_i64(number, out))
        *out = int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

bool slice_unpack(VM *vm, const Slice *slice, int64_t *start, int64_t *stop, int64_t *step)
{
    *step = 1;
    if (!value_is_none(slice->step)) {
        if (!slice_part(vm, slice->step, step))
            return false;
        if (*step == 0) {
            raise_value(vm, "slice step cannot be zero");
            return false;
        }
        if (*step < -INT64_MAX)
            *step = -INT64_MAX;
    }
    *start = *step < 0 ? INT64_MAX : 0;
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
    return (value_is_none(slice->start) || slice_part(vm, slice->start, start)) &&
           (value_is_none(slice->stop) || slice_part(vm, slice->stop, stop));
}

static int64_t slice_cut(int64_t at, int64_t length, int64_t step)
{
    if (at < 0) {
        at += length;
        return at < 0 ? (step < 0 ? -1 : 0) : at;
    }
    return at >= length ? (step < 0 ? length - 1 : length) : at;
}

size_t slice_adjust(size_t length, int64_t *start, int64_t *stop, int64_t step)
{
    *start = slice_cut(*start, (int64_t)length, step);
    *stop = slice_cut(*stop, (int64_t)length, step);
    if (step < 0)
        return *stop < *start ? (size_t)((*start - *stop - 1) / -step + 1) : 0;
    return *start < *stop ? (size_t)((*stop - *start - 1) / step + 1) : 0;
}

bool vm_slice_bounds(VM *vm, const Slice *slice, size_t length, int64_t *start, int64_t *stop,
                     int64_t *step, size_t *count)
{
    if (!slice_unpack(vm, slice, start, stop, step))
        return false;
    *count = slice_adjust(length, start, stop, *step);
    return true;
}

/* --- items of lists and tuples --------------------------------------------------------------------------- */

bool seq_index(VM *vm, Value key, const char *what, int64_t *index)
{
    if (value_is_int(key)) {
        *index = value_int(key);
        return true;
    }
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__)))) {
        raise_type(vm, "%s indices must be integers or slices, not %T", what, key);
        return false;
    }
    Value number = vm_index_value(vm, key);
    if (value_is_raised(number))
        return false;
    if (!int_to_i64(number, index)) {
        raise_index(vm, "cannot fit '%T' into an index-sized integer", key);
        return false;
    }
    return true;
}

Value seq_list_get(VM *vm, List *list, Value key)
{
    int64_t at;
    if (value_is_exactly(key, KIND_SLICE)) {
        int64_t start, stop, step;
        if (!slice_unpack(vm, AS(Slice, key), &start, &stop, &step))
            return VALUE_RAISED;
        size_t count = slice_adjust(list->count, &start, &stop, step);
        List *part = list_new(vm->heap, count);
        if (!part)
            return raise_memory(vm);
        if (step == 1 && !heap_copy(vm->heap, part->items, list->items + start, count * sizeof(Value)))
            return raise_memory(vm);
        for (size_t i = 0; step != 1 && i < count; i++, start += step) {
            part->items[i] = list->items[start];
            if (!vm_turn(vm, i))
                return VALUE_RAISED;
        }
        part->count = count;
        return OBJ(part);
    }
    if (!seq_index(vm, key, "list", &at))
        return VALUE_RAISED;
    if (at < 0)
        at += (int64_t)list->count;
    if (at < 0 || (size_t)at >= list->count)
        return raise_index(vm, "list index out of range");
    return list->items[at];
}

Value seq_tuple_get(VM *vm, Tuple *tuple, Value key)
{
    int64_t at, length = (int64_t)tuple_length(tuple);
    if (value_is_exactly(key, KIND_SLICE)) {
        int64_t start, stop, step;
        if (!slice_unpack(vm, AS(Slice, key), &start, &stop, &step))
            return VALUE_RAISED;
        size_t count = slice_adjust((size_t)length, &start, &stop, step);
        if (count == (size_t)length && step == 1 && tuple->obj.kind == KIND_TUPLE)
            return OBJ(tuple);
        if (step == 1)
            return vm_own(vm, tuple_from_values(vm->heap, tuple->items + start, count));
        Tuple *part = count == 0 ? tuple_empty(vm->heap) : tuple_new(vm->heap, count);
        if (!part)
            return raise_memory(vm);
        for (size_t i = 0; i < count; i++, start += step) {
            part->items[i] = tuple->items[start];
            if (!vm_turn(vm, i))
                return VALUE_RAISED;
        }
        return OBJ(part);
    }
    if (!seq_index(vm, key, "tuple", &at))
        return VALUE_RAISED;
    if (at < 0)
        at += length;
    if (at < 0 || at >= length)
        return raise_index(vm, "tuple index out of range");
    return tuple->items[at];
}

static bool set_slice(VM *vm, List *list, const Slice *slice, Value value)
{
    int64_t start, stop, step;
    size_t mark = vm->root_count;
    List *items = NULL;
    if (!value_is_unset(value)) {
        if (!value_is_list(value) && !value_is_tuple(value)) {
            Value iterator = vm_iter(vm, value);
            if (value_is_raised(iterator)) {
                if (vm_exception_is(vm, vm->exc[EXC_TypeError])) {
                    vm_take_exception(vm);
                    raise_type(vm, "must assign iterable to extended slice");
                }
                return false;
            }
            value = vm_keep(vm, iterator);
        }
        items = vm_list_from(vm, value); /* a copy: also right for x[:] = x */
        if (!items)
            return false;
        vm_keep(vm, OBJ(items));
    }
    bool fine = slice_unpack(vm, slice, &start, &stop, &step);
    vm->root_count = mark;
    if (!fine)
        return false;
    size_t count = slice_adjust(list->count, &start, &stop, step);
    if (step == 1) {
        if (stop < start)
            stop = start;
        if (!list_splice(vm->heap, list, (size_t)start, (size_t)stop, items ? items->items : NULL,
                         items ? items->count : 0)) {
            raise_memory(vm);
            return false;
        }
        return true;
    }
    if (!items) {
        if (count > 0 && step < 0) {
            start += step * (int64_t)(count - 1);
            step = -step;
        }
        if (count == 0 || list_remove_strided(vm->heap, list, (size_t)start, (size_t)step, count))
            return true;
        raise_memory(vm);
        return false;
    }
    if (items->count != count) {
        raise_value(vm, "attempt to assign sequence of size %z to extended slice of size %z",
                    (int64_t)items->count, (int64_t)count);
        return false;
    }
    if (list_put_strided(vm->heap, list, start, step, items->items, count))
        return true;
    raise_memory(vm);
    return false;
}

bool seq_list_set(VM *vm, List *list, Value key, Value value)
{
    int64_t at;
    if (value_is_exactly(key, KIND_SLICE))
        return set_slice(vm, list, AS(Slice, key), value);
    if (!seq_index(vm, key, "list", &at))
        return false;
    if (at < 0)
        at += (int64_t)list->count;
    if (at < 0 || (size_t)at >= list->count) {
        raise_index(vm, "list assignment index out of range");
        return false;
    }
    if (!value_is_unset(value)) {
        list->items[at] = value;
    } else if (!list_remove_at(vm->heap, list, (size_t)at)) {
        raise_memory(vm);
        return false;
    }
    return true;
}

/* --- x[i] ------------------------------------------------------------------------------------------------- */

Value alias_new(VM *vm, Value origin, Value args)
{
    Slots *alias = slots_new(vm->heap, vm->heap->named[CLS_generic_alias], 2);
    if (!alias)
        return raise_memory(vm);
    alias->v[0] = origin;
    alias->v[1] = value_is_exactly(args, KIND_TUPLE) ? args : vm_tuple_of(vm, 1, &args);
    return value_is_raised(alias->v[1]) ? VALUE_RAISED : OBJ(alias);
}

Value mappingproxy_new(VM *vm, Value mapping)
{
    Slots *proxy = slots_new(vm->heap, vm->heap->named[CLS_mappingproxy], 1);
    if (!proxy)
        return raise_memory(vm);
    proxy->v[0] = mapping;
    return OBJ(proxy);
}

/* C[x] for a class C whose metaclass has no __getitem__. */
static Value class_getitem(VM *vm, Value cls, Value key)
{
    if (as_class(cls) == vm->type_class)
        return alias_new(vm, cls, key);
    Value method = vm_getattr_or_unset(vm, cls, NAME(vm, __class_getitem__));
    if (value_is_raised(method))
        return method;
    if (value_is_unset(method))
        return raise_type(vm, "type '%C' is not subscriptable", as_class(cls));
    return vm_call(vm, method, 1, &key);
}

Value vm_getitem(VM *vm, Value obj, Value key)
{
    if (value_is_obj(obj)) {
        switch (value_obj(obj)->kind) {
        case KIND_LIST: return seq_list_get(vm, as_list(obj), key);
        case KIND_TUPLE: return seq_tuple_get(vm, as_tuple(obj), key);
        case KIND_DICT: {
            Value found = vm_dict_get(vm, as_dict(obj), key);
            return value_is_unset(found) ? raise_key(vm, key) : found;
        }
        case KIND_STR:
            if (value_is_int(key)) {
                Str *text = as_str(obj);
                int64_t at = value_int(key);
                if (at < 0)
                    at += (int64_t)str_length(text);
                if (at < 0 || (size_t)at >= str_length(text))
                    return raise_index(vm, "string index out of range");
                return vm_own(vm, str_from_char(vm->heap, str_at(text, (size_t)at)));
            }
            break;
        }
    }
    Value item = vm_call_special(vm, obj, NAME(vm, __getitem__), 1, &key);
    if (!value_is_unset(item))
        return item;
    if (value_is_class(obj))
        return class_getitem(vm, obj, key);
    return raise_type(vm, "'%T' object is not subscriptable", obj);
}

bool vm_setitem(VM *vm, Value obj, Value key, Value value)
{
    bool deletes = value_is_unset(value);
    if (value_is_exactly(obj, KIND_LIST))
        return seq_list_set(vm, as_list(obj), key, value);
    if (value_is_exactly(obj, KIND_DICT)) {
        if (!deletes)
            return vm_dict_set(vm, as_dict(obj), key, value);
        int removed = vm_dict_del(vm, as_dict(obj), key, NULL);
        if (removed == 0)
            raise_key(vm, key);
        return removed == 1;
    }
    Value pair[2] = { key, value };
    Value done = deletes ? vm_call_special(vm, obj, NAME(vm, __delitem__), 1, pair)
                         : vm_call_special(vm, obj, NAME(vm, __setitem__), 2, pair);
    if (value_is_unset(done)) {
        Class *cls = class_of(vm, obj); /* the words depend on its being a sequence */
        bool sequence = cls->flags & CLASS_SCRIPT || !value_is_unset(class_lookup(vm, cls, NAME(vm, __len__)));
        raise_type(vm, !deletes ? "'%T' object does not support item assignment"
                       : sequence ? "'%T' object doesn't support item deletion"
                                  : "'%T' object does not support item deletion", obj);
        return false;
    }
    return !value_is_raised(done);
}

/* --- len ---------------------------------------------------------------------------------------------------- */

int64_t seq_length(Value v)
{
    if (!value_is_obj(v))
        return -1;
    switch (value_obj(v)->kind) {
    case KIND_LIST: return (int64_t)as_list(v)->count;
    case KIND_TUPLE: return (int64_t)tuple_length(as_tuple(v));
    case KIND_STR: return (int64_t)str_length(as_str(v));
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET: return as_dict(v)->count;
    case KIND_BYTES: return (int64_t)as_bytes(v)->length;
    case KIND_BYTEARRAY: return (int64_t)AS(ByteArray, v)->length;
    case KIND_DICT_VIEW: return AS(DictView, v)->dict->count;
    case KIND_RANGE:
        return value_is_int(AS(Range, v)->length) ? value_int(AS(Range, v)->length) : -1;
    default: return -1;
    }
}

/* What __len__ answered, checked. */
static int64_t checked_length(VM *vm, Value answer)
{
    if (value_is_raised(answer))
        return -1;
    size_t mark = vm->root_count;
    Value number = vm_index_value(vm, vm_keep(vm, answer));
    vm->root_count = mark;
    if (value_is_raised(number))
        return -1;
    if (int_sign(number) < 0) {
        raise_value(vm, "__len__() should return >= 0");
        return -1;
    }
    int64_t length;
    if (!int_to_i64(number, &length)) {
        raise_overflow(vm, "cannot fit '%T' into an index-sized integer", answer);
        return -1;
    }
    return length;
}

int64_t vm_len(VM *vm, Value v)
{
    int64_t length = seq_length(v);
    if (length >= 0)
        return length;
    Value answer = vm_call_special(vm, v, NAME(vm, __len__), 0, NULL);
    if (value_is_unset(answer)) {
        raise_type(vm, "object of type '%T' has no len()", v);
        return -1;
    }
    return checked_length(vm, answer);
}

int64_t vm_length_hint(VM *vm, Value v)
{
    int64_t length = seq_length(v);
    if (length < 0)
        length = iter_left(vm, v);
    if (length >= 0)
        return length;
    Value answer = vm_call_special(vm, v, NAME(vm, __len__), 0, NULL);
    if (!value_is_unset(answer)) {
        length = checked_length(vm, answer);
        if (length >= 0 || !vm_exception_is(vm, vm->exc[EXC_TypeError]))
            return length;
        vm_take_exception(vm);
        return 0;
    }
    answer = vm_call_special(vm, v, NAME(vm, __length_hint__), 0, NULL);
    if (value_is_unset(answer) || value_same(answer, VALUE_NOTIMPLEMENTED))
        return 0;
    if (value_is_raised(answer)) {
        if (!vm_exception_is(vm, vm->exc[EXC_TypeError]))
            return -1;
        vm_take_exception(vm);
        return 0;
    }
    if (!int_is(answer)) {
        raise_type(vm, "__length_hint__ must be an integer, not %T", answer);
        return -1;
    }
    if (int_sign(answer) < 0) {
        raise_value(vm, "__length_hint__() should return >= 0");
        return -1;
    }
    return int_to_i64(answer, &length) ? length : INT64_MAX;
}

/* --- in ------------------------------------------------------------------------------------------------------- */

static int contains_by_iteration(VM *vm, Value container, Value item)
{
    Value iterator = vm_iter(vm, container);
    if (value_is_raised(iterator)) {
        if (vm_exception_is(vm, vm->exc[EXC_TypeError]) &&
            value_is_unset(class_lookup(vm, class_of(vm, container), NAME(vm, __iter__)))) {
            vm_take_exception(vm);
            raise_type(vm, "argument of type '%T' is not iterable", container);
        }
        return -1;
    }
    vm_keep(vm, iterator);
    for (size_t turn = 1;; turn++) {
        Value next = vm_next(vm, iterator);
        if (value_is_unset(next))
            return 0;
        if (value_is_raised(next))
            return -1;
        int equal = vm_equal_kept(vm, next, item);
        if (equal != 0)
            return equal;
        if (!loop_turn(vm, turn))
            return -1;
    }
}

static int contains_by_class(VM *vm, Value container, Value item)
{
    Value method = class_lookup(vm, class_of(vm, container), NAME(vm, __contains__));
    if (value_is_none(method)) {
        raise_type(vm, "'%T' object is not a container", container);
        return -1;
    }
    if (value_is_unset(method))
        return contains_by_iteration(vm, container, item);
    Value answer = vm_call_special(vm, container, NAME(vm, __contains__), 1, &item);
    if (value_is_raised(answer))
        return -1;
    return vm_truth(vm, vm_keep(vm, answer));
}

int vm_contains(VM *vm, Value container, Value item)
{
    if (value_is_obj(container)) {
        switch (value_obj(container)->kind) {
        case KIND_LIST: {
            List *list = as_list(container);
            for (size_t i = 0; i < list->count; i++) {
                int equal = vm_equal_kept(vm, list->items[i], item);
                if (equal != 0)
                    return equal;
                if (!loop_turn(vm, i + 1))
                    return -1;
            }
            return 0;
        }
        case KIND_TUPLE: {
            Tuple *tuple = as_tuple(container);
            for (size_t i = 0; i < tuple_length(tuple); i++) {
                int equal = vm_equal_kept(vm, tuple->items[i], item);
                if (equal != 0)
                    return equal;
                if (!loop_turn(vm, i + 1))
                    return -1;
            }
            return 0;
        }
        case KIND_DICT: return vm_set_has(vm, as_dict(container), item);
        case KIND_SET:
        case KIND_FROZENSET:
            if (!value_is_set(item)) /* a set is looked up as a frozenset: set.__contains__ */
                return vm_set_has(vm, as_set(container), item);
            break;
        case KIND_STR:
            if (value_is_str(item) && str_length(as_str(container)) <= STR_LONG)
                return str_find(as_str(container), as_str(item), 0, str_length(as_str(container))) >= 0;
            break;
        }
    }
    size_t mark = vm->root_count;
    vm_keep(vm, container);
    vm_keep(vm, item);
    int answer = contains_by_class(vm, container, item);
    vm->root_count = mark;
    return answer;
}
