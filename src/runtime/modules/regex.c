/* regex.c - module _re: Program, a compiled regular expression. lib/re.ma makes Pattern and Match of it. */
#include "runtime/modules/regex.h"

extern const ModuleSpec _re_module;

enum { PROGRAM_CODE, PROGRAM_GROUPS, PROGRAM_NAMES, PROGRAM_FLAGS, PROGRAM_BYTES, PROGRAM_VALUES };

static bool text_view(Value v, RegexText *text)
{
    const uint8_t *data;
    if (value_is_str(v)) {
        Str *s = as_str(v);
        *text = (RegexText){ str_data(s), s->obj.aux, str_width(s) };
        return true;
    }
    if (!bytes_view(v, &data, &text->length))
        return false;
    text->data = data;
    text->width = 1;
    return true;
}

/* Program(pattern, flags): the pattern is a str or bytes. */
static Value program_new(VM *vm, Value *args, int nargs)
{
    int64_t flags;
    RegexSource source = { .vm = vm, .pattern = args[1], .is_bytes = !value_is_str(args[1]) };
    if (!arg_int(vm, args[2], &flags))
        return VALUE_RAISED;
    if (value_is_kind(args[1], KIND_BYTEARRAY) || !text_view(args[1], &source.text))
        return raise_type(vm, "first argument must be string or compiled pattern");
    source.flags = (uint32_t)flags & 0x1FF;
    source.names = dict_new(vm->heap, 0);
    if (!source.names)
        return raise_memory(vm);
    vm_keep(vm, OBJ(source.names));
    Bytes *code = regex_compile(&source);
    if (!code)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(code));
    Slots *program = slots_make(vm, as_class(args[0]), PROGRAM_VALUES);
    program->v[PROGRAM_CODE] = OBJ(code);
    program->v[PROGRAM_GROUPS] = make_int(vm, source.groups);
    program->v[PROGRAM_NAMES] = OBJ(source.names);
    program->v[PROGRAM_FLAGS] = make_int(vm, source.flags);
    program->v[PROGRAM_BYTES] = value_bool(source.is_bytes);
    return OBJ(program);
}

static size_t bound(int64_t place, size_t length)
{
    return place < 0 ? 0 : (uint64_t)place > length ? length : (size_t)place;
}

/* run(string, pos, endpos, mode, advance): None, or a tuple of places, two a group (-1: no part), and the
 * group that was closed last (-1: none). */
static Value program_run(VM *vm, Value *args, int nargs)
{
    Slots *program = as_slots(args[0]);
    RegexText text;
    int64_t pos, end, mode, *spans;
    size_t size;
    bool bytes = value_is_true(program->v[PROGRAM_BYTES]);
    if (!text_view(args[1], &text))
        return raise_type(vm, "expected string or bytes-like object, got '%T'", args[1]);
    if (bytes == value_is_str(args[1]))
        return raise_type(vm, bytes ? "cannot use a bytes pattern on a string-like object"
                                    : "cannot use a string pattern on a bytes-like object");
    if (!arg_int(vm, args[2], &pos) || !arg_int(vm, args[3], &end) || !arg_int(vm, args[4], &mode))
        return VALUE_RAISED;
    if (!text_view(args[1], &text)) /* a bytearray may have changed meanwhile */
        return VALUE_NONE;
    size_t stop = bound(end, text.length), start = bound(pos, text.length);
    if (start > stop)
        return VALUE_NONE;
    const uint32_t *code = (const uint32_t *)(const void *)as_bytes(program->v[PROGRAM_CODE])->data;
    int found = regex_run(vm, code, &text, start, stop, (int)mode, value_is_true(args[5]), &spans, &size);
    if (found <= 0)
        return found < 0 ? VALUE_RAISED : VALUE_NONE;
    size_t count = 2 * (size_t)code[HEAD_GROUPS] + 3;
    Tuple *result = tuple_new(vm->heap, count);
    for (size_t i = 0; result && i < count; i++)
        result->items[i] = make_int(vm, spans[i]);
    heap_array_free(vm->heap, spans, size);
    return vm_own(vm, result);
}

static const NativeSpec program_methods[] = {
    { "__new__", program_new, "cls, pattern, flags, /", 0, 0, NATIVE_NEW, "Compiles a pattern." },
    { "run", program_run, "self, string, pos, endpos, mode, advance, /", 0, 0, 0,
      "The places of a match; mode 0 searches, 1 matches at pos, 2 matches all." },
    { 0 },
};

static Value program_groups(VM *vm, Value self)
{
    return as_slots(self)->v[PROGRAM_GROUPS];
}

static Value program_names(VM *vm, Value self)
{
    return as_slots(self)->v[PROGRAM_NAMES];
}

static Value program_flags(VM *vm, Value self)
{
    return as_slots(self)->v[PROGRAM_FLAGS];
}

static const GetSetSpec program_getsets[] = {
    { "groups", program_groups, NULL, "How many groups there are." },
    { "names", program_names, NULL, "The number of each named group." },
    { "flags", program_flags, NULL, "The flags, those in the pattern included." },
    { 0 },
};
static const TypeSpec program_type = { "Program", "_re", "A compiled regular expression.", KIND_SLOTS, CLASS_FINAL,
                                       program_methods, program_getsets };

static bool setup(VM *vm, Module *module)
{
    Class *cls = type_create(vm, &program_type, NULL);
    return cls && module_add(vm, module, "Program", OBJ(cls));
}

const ModuleSpec _re_module = { "_re", "The native half of re.", NULL, NULL, setup };
