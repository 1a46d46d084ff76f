/* origin.c - debug mode: see origin.h. */
#include "runtime/loop/origin.h"

#include "runtime/modules/helpers.h"
#include "runtime/traceback.h"

enum { ROW_FILE, ROW_LINE, ROW_NAME, ROW_TEXT, ROW_SIZE };

/* The line without what stands around it. */
static Value stripped(VM *vm, Str *text)
{
    size_t from = 0, to = text ? str_length(text) : 0;
    while (from < to && (str_at(text, from) == ' ' || str_at(text, from) == '\t' || str_at(text, from) == '\f'))
        from++;
    while (to > from && (str_at(text, to - 1) <= ' '))
        to--;
    return from < to ? vm_own(vm, str_slice(vm->heap, text, from, to)) : OBJ(str_empty(vm->heap));
}

static Value row_of(VM *vm, const Frame *frame)
{
    const Code *code = frame->func->code;
    uint32_t line = frame_line(frame);
    Value row[ROW_SIZE] = { OBJ(code->filename), make_int(vm, line), OBJ(frame->func->name), VALUE_NONE };
    row[ROW_TEXT] = stripped(vm, traceback_source(vm, code->filename, line, line));
    return value_is_raised(row[ROW_TEXT]) ? VALUE_RAISED : vm_tuple_of(vm, ROW_SIZE, row);
}

void origin_keep(VM *vm, Obj *obj)
{
    enum { MOST = 100 };
    Value pending = vm_take_exception(vm);
    Value rows[MOST];
    size_t count = 0;
    for (const Frame *f = frame_visible(vm->frame); f && count < MOST; f = frame_visible(f->caller)) {
        rows[MOST - ++count] = row_of(vm, f);
        if (value_is_raised(rows[MOST - count]))
            break;
    }
    if (count > 0 && !vm_raised(vm)) {
        List *list = list_new(vm->heap, count);
        bool good = list != NULL;
        for (size_t i = MOST - count; good && i < MOST; i++)
            good = list_append(vm->heap, list, rows[i]);
        Dict *attributes = good ? heap_attrs(vm->heap, obj, true) : NULL;
        if (attributes && !dict_set_name(vm->heap, attributes, name_of(vm, "_source_traceback"), OBJ(list)))
            heap_set_attrs(vm->heap, obj, NULL);
    }
    if (vm_raised(vm))
        vm_take_exception(vm);
    vm->exception = pending;
}

Value origin_of(VM *vm, Obj *obj)
{
    Dict *attributes = heap_attrs(vm->heap, obj, false);
    Value rows = attributes ? dict_get_name(attributes, name_of(vm, "_source_traceback")) : VALUE_UNSET;
    return value_is_kind(rows, KIND_LIST) && as_list(rows)->count > 0 ? rows : VALUE_UNSET;
}

static const Value *row_at(Value rows, size_t i)
{
    Value row = as_list(rows)->items[i];
    bool good = value_is_tuple(row) && tuple_length(as_tuple(row)) == ROW_SIZE;
    const Value *items = good ? as_tuple(row)->items : NULL;
    good = good && value_is_str(items[ROW_FILE]) && value_is_int(items[ROW_LINE]) && value_is_str(items[ROW_NAME]) &&
           value_is_str(items[ROW_TEXT]);
    return good ? items : NULL; /* a script may have put anything there */
}

void origin_describe(VM *vm, StrBuilder *out, Obj *obj)
{
    Value rows = origin_of(vm, obj);
    const Value *row = value_is_obj(rows) ? row_at(rows, as_list(rows)->count - 1) : NULL;
    if (!row)
        return;
    builder_cstr(out, " created at ");
    builder_str(out, as_str(row[ROW_FILE]));
    builder_printf(out, ":%lld", (long long)value_int(row[ROW_LINE]));
}

void origin_write(StrBuilder *out, Value rows)
{
    for (size_t i = 0; i < as_list(rows)->count; i++) {
        const Value *row = row_at(rows, i);
        if (!row)
            continue;
        builder_cstr(out, "\n  File \"");
        builder_str(out, as_str(row[ROW_FILE]));
        builder_printf(out, "\", line %lld, in ", (long long)value_int(row[ROW_LINE]));
        builder_str(out, as_str(row[ROW_NAME]));
        if (str_length(as_str(row[ROW_TEXT])) == 0)
            continue;
        builder_cstr(out, "\n    ");
        builder_str(out, as_str(row[ROW_TEXT]));
    }
}
