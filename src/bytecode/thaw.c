/* thaw.c - from a frozen module to code objects. Each text of a module becomes one Str, however many code objects
 * name it; whatever a number points to is checked here, the rest by code_verify. */
#include "bytecode/frozen.h"

#include "base/mem.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"

enum { NEST_MAX = 100 };

typedef struct {
    Heap *heap;
    const FrozenModule *module;
    Str **made;         /* texts that were needed already */
    Str *filename;
    const char *wrong;  /* the first mistake; failed without one: no memory */
    bool failed;
    int depth;
} Thaw;

static void *fail(Thaw *t, const char *wrong)
{
    if (!t->failed)
        t->wrong = wrong;
    t->failed = true;
    return NULL;
}

static void *no_memory(Thaw *t)
{
    return fail(t, NULL);
}

static Str *text_of(Thaw *t, uint32_t number)
{
    if (number >= t->module->text_count)
        return fail(t, "text out of range");
    if (t->made[number])
        return t->made[number];
    const FrozenText *text = &t->module->texts[number];
    Str *s = text->interned ? str_intern_utf8(t->heap, text->bytes, text->length)
                            : str_from_utf8(t->heap, text->bytes, text->length);
    return s ? (t->made[number] = s) : no_memory(t);
}

static Code *code_of(Thaw *t, const FrozenCode *frozen);
static Value value_of(Thaw *t, const FrozenValue *frozen);

static Tuple *tuple_of(Thaw *t, const FrozenValue *frozen)
{
    if (t->depth == NEST_MAX)
        return fail(t, "constant nested too deeply");
    Tuple *tuple = frozen->count ? tuple_new(t->heap, frozen->count) : tuple_empty(t->heap);
    if (!tuple)
        return no_memory(t);
    t->depth++;
    for (uint32_t i = 0; i < frozen->count; i++)
        tuple->items[i] = value_of(t, &frozen->as.items[i]);
    t->depth--;
    return tuple;
}

static Value value_of(Thaw *t, const FrozenValue *frozen)
{
    void *made = NULL;
    Value v = VALUE_NONE;
    switch (frozen->kind) {
    case FROZEN_NONE: return VALUE_NONE;
    case FROZEN_TRUE: return VALUE_TRUE;
    case FROZEN_FALSE: return VALUE_FALSE;
    case FROZEN_ELLIPSIS: return VALUE_ELLIPSIS;
    case FROZEN_INT: return int_from_i64(t->heap, frozen->as.integer);
    case FROZEN_FLOAT: return value_from_double(frozen->as.number);
    case FROZEN_BIG:
        if (int_from_digits(t->heap, frozen->as.bytes, frozen->count, 10, &v) != INT_OK)
            no_memory(t);
        return v;
    case FROZEN_BYTES:
        if (!(made = bytes_new(t->heap, frozen->as.bytes, frozen->count)))
            no_memory(t);
        break;
    case FROZEN_STR: made = text_of(t, frozen->count); break;
    case FROZEN_TUPLE: made = tuple_of(t, frozen); break;
    case FROZEN_CODE: made = code_of(t, frozen->as.code); break;
    default: fail(t, "constant of unknown kind");
    }
    return made ? OBJ(made) : VALUE_NONE;
}

static void *take_array(Thaw *t, uint32_t count, size_t size)
{
    void *array = count ? heap_array(t->heap, NULL, 0, count * size) : NULL;
    if (array)
        memset(array, 0, count * size);
    else if (count)
        no_memory(t);
    return array;
}

static Str **take_names(Thaw *t, const uint16_t *numbers, uint32_t count)
{
    Str **names = take_array(t, count, sizeof *names);
    for (uint32_t i = 0; names && i < count; i++)
        names[i] = text_of(t, numbers[i]);
    return names;
}

static void take_sites(Thaw *t, Code *code, const FrozenCode *frozen)
{
    code->sites = take_array(t, frozen->nsites, sizeof *code->sites);
    code->nsites = code->sites ? frozen->nsites : 0;
    for (uint32_t i = 0; i < code->nsites; i++)
        code->sites[i].name = text_of(t, frozen->sites[i]);
}

static void take_consts(Thaw *t, Code *code, const FrozenCode *frozen)
{
    code->consts = take_array(t, frozen->nconsts, sizeof *code->consts);
    code->nconsts = code->consts ? frozen->nconsts : 0;
    for (uint32_t i = 0; i < code->nconsts; i++)
        code->consts[i] = value_of(t, &frozen->consts[i]);
}

/* Nothing writes into the arrays of a code object with CODE_FROZEN (code.h). */
static void lend_arrays(Code *code, const FrozenCode *frozen)
{
    code->ninstrs = frozen->ninstrs;
    code->nhandlers = frozen->nhandlers;
    code->nregions = frozen->nregions;
    code->instrs = (Instr *)frozen->instrs;
    code->locs = (Loc *)frozen->locs;
    code->handlers = (Handler *)frozen->handlers;
    code->regions = (HandledRegion *)frozen->regions;
    code->captures = (Capture *)frozen->captures;
    code->var_is_cell = (uint8_t *)frozen->var_is_cell;
}

static Code *code_of(Thaw *t, const FrozenCode *frozen)
{
    Code *code = t->depth < NEST_MAX ? code_new(t->heap) : fail(t, "code nested too deeply");
    if (!code)
        return no_memory(t);
    t->depth++;
    code->flags = frozen->flags | CODE_FROZEN;
    lend_arrays(code, frozen);
    code->filename = code->source_name = t->filename;
    code->name = text_of(t, frozen->name);
    code->qualname = text_of(t, frozen->qualname);
    code->nregs = frozen->nregs;
    code->argcount = frozen->argcount;
    code->posonly = frozen->posonly;
    code->kwonly = frozen->kwonly;
    code->first_line = frozen->first_line;
    code->doc = value_of(t, &frozen->doc);
    code->varnames = take_names(t, frozen->varnames, frozen->nlocals);
    code->nlocals = code->varnames ? frozen->nlocals : 0;
    code->freenames = take_names(t, frozen->freenames, frozen->ncaptures);
    code->ncaptures = code->freenames ? frozen->ncaptures : 0;
    take_sites(t, code, frozen);
    take_consts(t, code, frozen);
    t->depth--;
    const char *wrong = t->failed ? NULL : code_verify(code);
    if (wrong)
        fail(t, wrong);
    if (t->failed)
        code_clear(t->heap, code); /* nothing half finished is left for the collector */
    return t->failed ? NULL : code;
}

Code *thaw_module(Heap *heap, const FrozenModule *module, const char *filename, const char **wrong)
{
    *wrong = NULL;
    size_t bytes = module->text_count * sizeof(Str *);
    Thaw t = { .heap = heap, .module = module, .made = mem_alloc_zero(bytes) };
    Code *code = NULL;
    if (t.made && (t.filename = str_intern_cstr(heap, filename)))
        code = code_of(&t, module->code);
    mem_free(t.made, bytes);
    *wrong = t.wrong;
    return code;
}
