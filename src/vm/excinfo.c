/* excinfo.c - what some built-in exceptions know beside their arguments. */
#include "vm/excinfo.h"

#include "vm/vm_internal.h"

Value excinfo_get(Value exception, int field)
{
    Value extra = as_exception(exception)->extra;
    return value_is_exactly(extra, KIND_LIST) && as_list(extra)->count > (size_t)field
               ? as_list(extra)->items[field]
               : VALUE_NONE;
}

bool excinfo_set(VM *vm, Value exception, int field, Value value)
{
    Exception *exc = as_exception(exception);
    if (!value_is_exactly(exc->extra, KIND_LIST) || as_list(exc->extra)->count <= (size_t)field) {
        Value nothing[EXCINFO_FIELDS];
        for (int i = 0; i < EXCINFO_FIELDS; i++)
            nothing[i] = VALUE_NONE;
        List *fields = list_from_values(vm->heap, nothing, EXCINFO_FIELDS);
        if (!fields) {
            raise_memory(vm);
            return false;
        }
        exc->extra = OBJ(fields);
    }
    as_list(exc->extra)->items[field] = value_is_unset(value) ? VALUE_NONE : value;
    return true;
}

/* What variable i of a frame holds; UNSET: nothing. */
static Value variable(const Frame *frame, uint32_t i)
{
    const Code *code = frame->func->code;
    Value v = frame->r[i];
    if (code->var_is_cell && code->var_is_cell[i])
        v = value_is_exactly(v, KIND_CELL) ? AS(Cell, v)->value : VALUE_UNSET;
    return v;
}

Dict *excinfo_locals(VM *vm, Frame *frame)
{
    const Code *code = frame->func->code;
    if (code->flags & CODE_MODULE)
        return frame->func->globals;
    if ((code->flags & CODE_NAMES) && value_is_dict(frame->r[0]))
        return as_dict(frame->r[0]);
    Dict *names = dict_new(vm->heap, code->nlocals);
    if (!names)
        return NULL;
    for (uint32_t i = 0; i < code->nlocals; i++) {
        Value v = variable(frame, i);
        if (!value_is_unset(v) && code->varnames[i] && !dict_set_name(vm->heap, names, code->varnames[i], v))
            return NULL;
    }
    for (uint32_t i = 0; i < code->ncaptures && i < frame->func->ncells; i++) {
        Cell *cell = frame->func->cells[i];
        if (cell && !value_is_unset(cell->value) && code->freenames[i] &&
            !dict_set_name(vm->heap, names, code->freenames[i], cell->value))
            return NULL;
    }
    return names;
}

void excinfo_note_frame(VM *vm, Exception *exc, Frame *frame)
{
    const Code *code = frame->func->code;
    const Class *cls = exc->obj.cls;
    if (class_derives(cls, vm->exc[EXC_NameError])) {
        Dict *names = excinfo_locals(vm, frame);
        if (names)
            as_list(exc->extra)->items[LOOKUP_LOCALS] = OBJ(names);
    } else if (class_derives(cls, vm->exc[EXC_AttributeError]) && (code->flags & CODE_OPTIMISED)) {
        for (uint32_t i = 0; i < code->nlocals && i < 8; i++) /* a method's is the first */
            if (code->varnames[i] && str_equals_cstr(code->varnames[i], "self")) {
                Value self = variable(frame, i);
                as_list(exc->extra)->items[LOOKUP_SELF] = value_is_unset(self) ? VALUE_NONE : self;
                break;
            }
    }
}
