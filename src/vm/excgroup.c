/* excgroup.c - exception groups: splitting a tree of exceptions and joining again what `except*` left
 * (PEP 654). A part of a group is made by its derive() method and keeps traceback, cause, context and
 * notes of the whole. */
#include "vm/excgroup.h"

static void copy_traceback(VM *vm, const Exception *from, Exception *to)
{
    if (from == to || from->tb_count == 0 || to->tb)
        return;
    size_t bytes = from->tb_count * sizeof *from->tb;
    TracebackEntry *entries = heap_array(vm->heap, NULL, 0, bytes);
    if (!entries)
        return; /* as exception_add_entry: a traceback may lose entries when memory is short */
    memcpy(entries, from->tb, bytes);
    to->tb = entries;
    to->tb_count = to->tb_capacity = from->tb_count;
}

/* A group of the same sort as `group` around `parts`; None if there are none. */
static Value derive(VM *vm, Value group, List *parts)
{
    if (parts->count == 0)
        return VALUE_NONE;
    Value argument = OBJ(parts);
    Value made = vm_call_method(vm, group, str_intern_cstr(vm->heap, "derive"), 1, &argument);
    if (value_is_raised(made))
        return made;
    if (!value_is_group(vm, made))
        return raise_type(vm, "derive must return an instance of BaseExceptionGroup");
    const Exception *from = as_exception(group);
    Exception *to = as_exception(made);
    copy_traceback(vm, from, to);
    to->cause = from->cause;
    to->context = from->context;
    to->obj.flags |= from->obj.flags & EXC_SUPPRESS;
    if (value_is_list(from->notes)) {
        List *notes = list_from_values(vm->heap, as_list(from->notes)->items, as_list(from->notes)->count);
        if (!notes)
            return raise_memory(vm);
        to->notes = OBJ(notes);
    }
    return made;
}

static int matches(VM *vm, Value exc, SplitBy how, Value by)
{
    switch (how) {
    case SPLIT_BY_TYPE: return vm_isinstance(vm, exc, by);
    case SPLIT_BY_CALL: {
        Value answer = vm_call(vm, by, 1, &exc);
        return value_is_raised(answer) ? -1 : vm_truth(vm, vm_keep(vm, answer));
    }
    default:
        for (size_t i = 0; i < as_list(by)->count; i++)
            if (value_same(as_list(by)->items[i], exc))
                return 1;
        return 0;
    }
}

static bool add(VM *vm, List *list, Value v)
{
    if (value_is_none(v) || list_append(vm->heap, list, v))
        return true;
    raise_memory(vm);
    return false;
}

static bool split_group(VM *vm, Value exc, SplitBy how, Value by, Value *match, Value *rest)
{
    List *in = list_new(vm->heap, 0), *out = list_new(vm->heap, 0);
    if (!in || !out) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(in));
    vm_keep(vm, OBJ(out));
    Value children = as_exception(exc)->extra;
    for (size_t i = 0; value_is_tuple(children) && i < tuple_length(as_tuple(children)); i++) {
        Value part_in, part_out;
        if (!excgroup_split(vm, as_tuple(children)->items[i], how, by, &part_in, &part_out))
            return false;
        vm_keep(vm, part_in);
        vm_keep(vm, part_out);
        if (!add(vm, in, part_in) || !add(vm, out, part_out))
            return false;
    }
    if (match) {
        *match = derive(vm, exc, in);
        if (value_is_raised(*match))
            return false;
        vm_keep(vm, *match);
    }
    if (rest) {
        *rest = derive(vm, exc, out);
        if (value_is_raised(*rest))
            return false;
    }
    return true;
}

bool excgroup_split(VM *vm, Value exc, SplitBy how, Value by, Value *match, Value *rest)
{
    size_t mark = vm->root_count;
    vm_keep(vm, exc);
    int whole = matches(vm, exc, how, by);
    bool fine = whole >= 0;
    if (fine && !whole && value_is_group(vm, exc)) {
        fine = vm_enter_c(vm, "in exceptiongroup_split_recursive");
        if (fine) {
            fine = split_group(vm, exc, how, by, match, rest);
            vm_leave_c(vm);
        }
    } else if (fine) {
        if (match)
            *match = whole ? exc : VALUE_NONE;
        if (rest)
            *rest = whole ? VALUE_NONE : exc;
    }
    vm->root_count = mark;
    return fine;
}

/* --- except* ----------------------------------------------------------------------------------------------- */

/* A group around exceptions, a list or (as CPython's repr shows) a tuple. */
static Value wrap(VM *vm, Value exceptions)
{
    if (!value_is_obj(exceptions))
        return raise_memory(vm);
    Value arguments[2] = { OBJ(str_empty(vm->heap)), exceptions };
    return vm_call(vm, OBJ(vm->exc[EXC_BaseExceptionGroup]), 2, arguments);
}

static bool check_star_type(VM *vm, Value type)
{
    if (value_is_tuple(type)) {
        for (size_t i = 0; i < tuple_length(as_tuple(type)); i++)
            if (!check_star_type(vm, as_tuple(type)->items[i]))
                return false;
        return true;
    }
    if (!value_is_class(type) || !class_derives(as_class(type), vm->exc[EXC_BaseException])) {
        raise_type(vm, "catching classes that do not inherit from BaseException is not allowed");
        return false;
    }
    if (class_derives(as_class(type), vm->exc[EXC_BaseExceptionGroup])) {
        raise_type(vm, "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return false;
    }
    return true;
}

bool exception_group_match(VM *vm, Value exc, Value type, Value *match, Value *rest)
{
    *match = *rest = VALUE_NONE;
    if (!check_star_type(vm, type))
        return false;
    if (value_is_none(exc))
        return true;
    if (value_is_group(vm, exc)) {
        size_t mark = vm->root_count;
        Value pair = vm_call_method(vm, exc, str_intern_cstr(vm->heap, "split"), 1, &type);
        vm->root_count = mark;
        if (value_is_raised(pair))
            return false;
        if (!value_is_tuple(pair) || tuple_length(as_tuple(pair)) < 2) {
            raise_type(vm, "%T.split must return a tuple, not %T", exc, pair);
            return false;
        }
        *match = as_tuple(pair)->items[0];
        *rest = as_tuple(pair)->items[1];
        return true;
    }
    int fits = vm_isinstance(vm, exc, type);
    if (fits <= 0) {
        *rest = exc;
        return fits == 0;
    }
    *match = wrap(vm, vm_own(vm, tuple_from_values(vm->heap, &exc, 1)));
    if (value_is_raised(*match))
        return false;
    return true;
}

/* Is `part` a piece of `whole` that was raised again as it was? */
static bool same_story(VM *vm, Value part, Value whole)
{
    if (!value_is_group(vm, part))
        return false;
    const Exception *a = as_exception(part), *b = as_exception(whole);
    return a->tb_count == b->tb_count && value_same(a->cause, b->cause) &&
           value_same(a->context, b->context) &&
           (a->tb_count == 0 || memcmp(a->tb, b->tb, a->tb_count * sizeof *a->tb) == 0);
}

static bool collect_leaves(VM *vm, Value exc, List *leaves)
{
    if (!value_is_group(vm, exc))
        return add(vm, leaves, exc);
    if (!vm_enter_c(vm, "in collect_exception_group_leaf_ids"))
        return false;
    Value children = as_exception(exc)->extra;
    bool fine = true;
    for (size_t i = 0; fine && i < tuple_length(as_tuple(children)); i++)
        fine = collect_leaves(vm, as_tuple(children)->items[i], leaves);
    vm_leave_c(vm);
    return fine;
}

Value exception_group_end(VM *vm, List *raised, Value original)
{
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(raised));
    vm_keep(vm, original);
    if (!value_is_group(vm, original)) { /* it was wrapped for one clause: at most one is left */
        for (size_t i = 0; i < raised->count; i++)
            if (!value_is_none(raised->items[i]))
                return raised->items[i];
        return VALUE_NONE;
    }
    List *errors = list_new(vm->heap, 0), *leaves = list_new(vm->heap, 0);
    if (!errors || !leaves)
        return raise_memory(vm);
    vm_keep(vm, OBJ(errors));
    vm_keep(vm, OBJ(leaves));
    for (size_t i = 0; i < raised->count; i++) {
        Value exc = raised->items[i];
        if (value_is_none(exc))
            continue;
        if (same_story(vm, exc, original) ? !collect_leaves(vm, exc, leaves) : !add(vm, errors, exc))
            return VALUE_RAISED;
    }
    Value answer = VALUE_NONE;
    if (leaves->count > 0 &&
        !excgroup_split(vm, original, SPLIT_BY_IDENTITY, OBJ(leaves), &answer, NULL))
        return VALUE_RAISED;
    if (errors->count > 0) {
        vm_keep(vm, answer);
        if (!add(vm, errors, answer))
            return VALUE_RAISED;
        answer = errors->count == 1 ? errors->items[0] : wrap(vm, vm_own(vm, list_from_values(vm->heap, errors->items, errors->count)));
    }
    vm->root_count = mark;
    return answer;
}
