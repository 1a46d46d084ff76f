/* code.c - code objects as heap objects. Their arrays come from heap_array and belong to them. */
#include "bytecode/code.h"

Code *code_new(Heap *heap)
{
    Code *code = heap_new(heap, KIND_CODE, sizeof *code);
    if (code)
        code->doc = VALUE_NONE;
    return code;
}

static void code_visit(Marker *marker, Obj *obj)
{
    Code *code = (Code *)(void *)obj;
    mark_object(marker, code->name);
    mark_object(marker, code->qualname);
    mark_object(marker, code->filename);
    mark_object(marker, code->source_name);
    mark_value(marker, code->doc);
    mark_values(marker, code->consts, code->nconsts);
    for (uint32_t i = 0; i < code->nsites; i++) {
        mark_object(marker, code->sites[i].name);
        mark_object(marker, code->sites[i].shape);
        mark_value(marker, code->sites[i].value);
    }
    for (uint32_t i = 0; code->varnames && i < code->nlocals; i++)
        mark_object(marker, code->varnames[i]);
    for (uint32_t i = 0; code->freenames && i < code->ncaptures; i++)
        mark_object(marker, code->freenames[i]);
}

/* The arrays and their sizes, once for all who walk them; first those that CODE_FROZEN lends. */
enum { ARRAY_COUNT = 10, LENT_COUNT = 6 };
typedef struct {
    void **array;
    size_t bytes;
} CodeArray;

static void code_arrays(Code *code, CodeArray arrays[ARRAY_COUNT])
{
    const CodeArray all[ARRAY_COUNT] = {
        { (void **)&code->instrs, code->ninstrs * sizeof(Instr) },
        { (void **)&code->locs, code->ninstrs * sizeof(Loc) },
        { (void **)&code->handlers, code->nhandlers * sizeof(Handler) },
        { (void **)&code->regions, code->nregions * sizeof(HandledRegion) },
        { (void **)&code->captures, code->ncaptures * sizeof(Capture) },
        { (void **)&code->var_is_cell, code->nlocals },
        { (void **)&code->consts, code->nconsts * sizeof(Value) },
        { (void **)&code->sites, code->nsites * sizeof(Site) },
        { (void **)&code->varnames, code->nlocals * sizeof(Str *) },
        { (void **)&code->freenames, code->ncaptures * sizeof(Str *) },
    };
    memcpy(arrays, all, sizeof all);
}

static void code_finalise(Heap *heap, Obj *obj)
{
    Code *code = (Code *)(void *)obj;
    CodeArray arrays[ARRAY_COUNT];
    code_arrays(code, arrays);
    int lent = code->flags & CODE_FROZEN ? LENT_COUNT : 0;
    for (int i = 0; i < ARRAY_COUNT; i++) {
        if (*arrays[i].array && i >= lent)
            heap_array_free(heap, *arrays[i].array, arrays[i].bytes);
        *arrays[i].array = NULL;
    }
}

void code_register(Heap *heap)
{
    heap_set_kind(heap, KIND_CODE, code_visit, code_finalise);
}

void code_clear(Heap *heap, Code *code)
{
    code_finalise(heap, &code->obj);
    code->ninstrs = code->nconsts = code->nsites = code->nhandlers = code->nregions = 0;
    code->ncaptures = code->nlocals = 0;
}

Code *code_copy(Heap *heap, const Code *code)
{
    Code *copy = code_new(heap);
    if (!copy)
        return NULL;
    Obj header = copy->obj;
    CodeArray arrays[ARRAY_COUNT];
    bool is_complete = true;
    *copy = *code;
    copy->obj = header;
    copy->flags &= ~(uint32_t)CODE_FROZEN;
    code_arrays(copy, arrays);
    for (int i = 0; i < ARRAY_COUNT; i++) {
        const void *from = *arrays[i].array;
        *arrays[i].array = NULL;
        if (!from || !arrays[i].bytes)
            continue;
        *arrays[i].array = heap_array(heap, NULL, 0, arrays[i].bytes);
        if (*arrays[i].array)
            memcpy(*arrays[i].array, from, arrays[i].bytes);
        else
            is_complete = false;
    }
    if (is_complete)
        return copy;
    code_clear(heap, copy);
    return NULL;
}
