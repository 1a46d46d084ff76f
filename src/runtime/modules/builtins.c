/* builtins.c - the module builtins: the functions every program sees without importing anything. */
#include "compiler/compiler.h"
#include "runtime/import.h"
#include "runtime/modules/breakpoint.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "vm/arith.h"
#include "vm/dictops.h"

/* --- print, input ---------------------------------------------------------------------------------- */

static bool print_text(VM *vm, Value file, Value text, const char *otherwise)
{
    if (is_unset_or_none(text))
        return stream_write(vm, file, otherwise, strlen(otherwise));
    return stream_write_str(vm, file, as_str(text));
}

static Value print_objects(VM *vm, Value *args)
{
    Tuple *objects = as_tuple(args[0]);
    for (int i = 1; i <= 2; i++)
        if (!is_unset_or_none(args[i]) && !value_is_str(args[i]))
            return raise_type(vm, "%s must be None or a string, not %T", i == 1 ? "sep" : "end", args[i]);
    Value file = is_unset_or_none(args[3]) ? vm->sys_stdout : args[3];
    if (value_is_none(file))
        return VALUE_NONE;
    vm_keep(vm, file);
    for (size_t i = 0; i < tuple_length(objects); i++) {
        if (i && !print_text(vm, file, args[1], " "))
            return VALUE_RAISED;
        Str *text = vm_str(vm, objects->items[i]);
        if (!text)
            return VALUE_RAISED;
        if (!stream_write_str(vm, file, text))
            return VALUE_RAISED;
    }
    if (!print_text(vm, file, args[2], "\n"))
        return VALUE_RAISED;
    int flush = value_is_unset(args[4]) ? 0 : vm_truth(vm, args[4]);
    if (flush < 0 || (flush && !stream_flush(vm, file)))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value builtin_print(VM *vm, Value *args, int nargs)
{
    if (!OBSERVED(vm))
        return print_objects(vm, args);
    List *outer = stream_begin_print(vm);
    Value result = print_objects(vm, args);
    stream_end_print(vm, outer);
    return result;
}

static Value builtin_input(VM *vm, Value *args, int nargs)
{
    if (!value_is_unset(args[0])) {
        Str *prompt = vm_str(vm, args[0]);
        if (!prompt || !stream_write_str(vm, vm->sys_stdout, prompt))
            return VALUE_RAISED;
    }
    if (!stream_flush(vm, vm->sys_stdout))
        return VALUE_RAISED;
    Value line = stream_readline(vm, vm->sys_stdin);
    if (value_is_raised(line))
        return line;
    Str *s = as_str(line);
    size_t n = str_length(s);
    if (n == 0)
        return raise_fmt(vm, vm->exc[EXC_EOFError], "EOF when reading a line");
    if (str_at(s, n - 1) == '\n')
        return vm_own(vm, str_slice(vm->heap, s, 0, n - 1));
    return line;
}

/* --- objects and attributes ------------------------------------------------------------------------- */

static Str *attribute_name(VM *vm, Value name)
{
    if (value_is_str(name))
        return str_intern(vm->heap, as_str(name));
    raise_type(vm, "attribute name must be string, not '%T'", name);
    return NULL;
}

static Value builtin_getattr(VM *vm, Value *args, int nargs)
{
    Str *name = attribute_name(vm, args[1]);
    if (!name)
        return VALUE_RAISED;
    if (nargs == 2)
        return vm_getattr(vm, args[0], name);
    Value v = vm_getattr_or_unset(vm, args[0], name);
    return value_is_unset(v) ? args[2] : v;
}

static Value builtin_hasattr(VM *vm, Value *args, int nargs)
{
    Str *name = attribute_name(vm, args[1]);
    if (!name)
        return VALUE_RAISED;
    Value v = vm_getattr_or_unset(vm, args[0], name);
    return value_is_raised(v) ? v : value_bool(!value_is_unset(v));
}

static Value builtin_setattr(VM *vm, Value *args, int nargs)
{
    Str *name = attribute_name(vm, args[1]);
    return name && vm_setattr(vm, args[0], name, args[2]) ? VALUE_NONE : VALUE_RAISED;
}

static Value builtin_delattr(VM *vm, Value *args, int nargs)
{
    Str *name = attribute_name(vm, args[1]);
    return name && vm_setattr(vm, args[0], name, VALUE_UNSET) ? VALUE_NONE : VALUE_RAISED;
}

static Value builtin_isinstance(VM *vm, Value *args, int nargs)
{
    int answer = vm_isinstance(vm, args[0], args[1]);
    return answer < 0 ? VALUE_RAISED : value_bool(answer);
}

static Value builtin_issubclass(VM *vm, Value *args, int nargs)
{
    int answer = vm_issubclass(vm, args[0], args[1]);
    return answer < 0 ? VALUE_RAISED : value_bool(answer);
}

static Value builtin_callable(VM *vm, Value *args, int nargs)
{
    return value_bool(vm_callable(vm, args[0]));
}

static Value builtin_id(VM *vm, Value *args, int nargs)
{
    return int_from_u64(vm->heap, value_address(vm->heap, args[0]));
}

static Value builtin_hash(VM *vm, Value *args, int nargs)
{
    uint64_t hash;
    return vm_hash(vm, args[0], &hash) ? int_from_i64(vm->heap, (int64_t)hash) : VALUE_RAISED;
}

static Value text_or_raised(Str *text)
{
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value builtin_repr(VM *vm, Value *args, int nargs)
{
    return text_or_raised(vm_repr(vm, args[0]));
}

static Value builtin_ascii(VM *vm, Value *args, int nargs)
{
    return text_or_raised(vm_ascii(vm, args[0]));
}

static Value builtin_format(VM *vm, Value *args, int nargs)
{
    if (!value_is_unset(args[1]) && !value_is_str(args[1]))
        return raise_type(vm, "format() argument 2 must be str, not %T", args[1]);
    return text_or_raised(
        vm_format_value(vm, args[0], value_is_unset(args[1]) ? str_empty(vm->heap) : as_str(args[1])));
}

/* --- namespaces --------------------------------------------------------------------------------------- */

/* The variables of a frame by name: the namespace itself at module level and in class bodies. */
Value frame_locals(VM *vm, Frame *frame)
{
    const Code *code = frame->func->code;
    if (code->flags & CODE_NAMES)
        return frame->r[0];
    if (code->flags & CODE_MODULE)
        return OBJ(frame->func->globals);
    Dict *dict = dict_new(vm->heap, code->nlocals);
    if (!dict)
        return raise_memory(vm);
    for (unsigned i = 0; i < (unsigned)code->nlocals + code->ncaptures; i++) {
        bool own = i < code->nlocals;
        Str *name = own ? code->varnames[i] : code->freenames[i - code->nlocals];
        Value v = own ? frame->r[i] : OBJ(frame->func->cells[i - code->nlocals]);
        if (value_is_exactly(v, KIND_CELL) && (!own || code->var_is_cell[i]))
            v = AS(Cell, v)->value;
        if (value_is_unset(v) || (str_length(name) && str_at(name, 0) == '.'))
            continue;
        if (!dict_set_name(vm->heap, dict, name, v))
            return raise_memory(vm);
    }
    return OBJ(dict);
}

static Value builtin_globals(VM *vm, Value *args, int nargs)
{
    return OBJ(vm->frame->func->globals);
}

static Value builtin_locals(VM *vm, Value *args, int nargs)
{
    return frame_locals(vm, vm->frame);
}

static Value builtin_vars(VM *vm, Value *args, int nargs)
{
    if (value_is_unset(args[0]))
        return frame_locals(vm, vm->frame);
    Value v = vm_getattr_or_unset(vm, args[0], NAME(vm, __dict__));
    return value_is_unset(v) ? raise_type(vm, "vars() argument must have __dict__ attribute") : v;
}

static Value builtin_dir(VM *vm, Value *args, int nargs)
{
    List *names;
    if (value_is_unset(args[0])) {
        Value locals = frame_locals(vm, vm->frame);
        names = value_is_raised(locals) ? NULL : vm_list_from(vm, vm_keep(vm, locals));
    } else {
        Value v = vm_call_special(vm, args[0], NAME(vm, __dir__), 0, NULL);
        names = value_is_raised(v) ? NULL : vm_list_from(vm, vm_keep(vm, v));
    }
    if (!names)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(names));
    Value sorted = vm_call_method(vm, OBJ(names), name_of(vm, "sort"), 0, NULL);
    return value_is_raised(sorted) ? sorted : OBJ(names);
}

/* --- compile, eval, exec --------------------------------------------------------------------------------- */

static Code *compile_text(VM *vm, Value source, const char *filename, int mode, unsigned options)
{
    const uint8_t *data;
    size_t length;
    if (value_is_str(source)) {
        const char *text = vm_utf8(vm, source, &length, false);
        if (!text)
            return NULL;
        while (mode == PARSE_EVAL && length && (*text == ' ' || *text == '\t')) {
            text++;
            length--;
        }
        return import_compile(vm, text, length, filename, mode, options, NULL);
    }
    if (bytes_view(source, &data, &length))
        return import_compile(vm, (const char *)data, length, filename, mode, options, NULL);
    raise_type(vm, "%s arg 1 must be a string, bytes or code object", mode == PARSE_EVAL ? "eval()" : "exec()");
    return NULL;
}

static Value builtin_compile(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]) || !value_is_str(args[2]))
        return raise_type(vm, "compile() arguments 2 and 3 must be strings");
    Str *mode = as_str(args[2]);
    bool eval = str_equals_cstr(mode, "eval"), single = str_equals_cstr(mode, "single");
    if (!eval && !single && !str_equals_cstr(mode, "exec"))
        return raise_value(vm, "compile() mode must be 'exec', 'eval' or 'single'");
    size_t length;
    const char *filename = vm_utf8(vm, args[1], &length, true);
    if (!filename)
        return VALUE_RAISED;
    unsigned options = COMPILE_NAMES | (eval ? COMPILE_EVAL : 0) | (single ? COMPILE_INTERACTIVE : 0);
    Code *code = compile_text(vm, args[0], filename, eval ? PARSE_EVAL : single ? PARSE_SINGLE : PARSE_FILE, options);
    return code ? OBJ(code) : VALUE_RAISED;
}

/* exec and eval: globals, locals given or those of the caller. */
static Value run_text(VM *vm, Value *args, bool eval)
{
    Value globals = args[1], locals = args[2];
    if (!is_unset_or_none(globals) && !value_is_dict(globals))
        return raise_type(vm, eval ? "globals must be a dict" : "exec() globals must be a dict, not %T", globals);
    if (is_unset_or_none(globals)) {
        globals = OBJ(vm->frame->func->globals);
        if (is_unset_or_none(locals))
            locals = frame_locals(vm, vm->frame);
    } else {
        if (is_unset_or_none(locals))
            locals = globals;
        if (value_is_unset(dict_get_name(as_dict(globals), NAME(vm, __builtins__))) &&
            !dict_set_name(vm->heap, as_dict(globals), NAME(vm, __builtins__), OBJ(vm->builtins)))
            return raise_memory(vm);
    }
    if (value_is_raised(locals))
        return locals;
    vm_keep(vm, globals);
    vm_keep(vm, locals);
    Code *code;
    if (value_is_exactly(args[0], KIND_CODE)) {
        code = AS(Code, args[0]);
        if (code->ncaptures)
            return raise_type(vm, "code object passed to %s() may not contain free variables", eval ? "eval" : "exec");
    } else {
        code = compile_text(vm, args[0], "<string>", eval ? PARSE_EVAL : PARSE_FILE,
                            COMPILE_NAMES | (eval ? COMPILE_EVAL : 0));
    }
    if (!code)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(code));
    Value result = vm_run_code(vm, code, as_dict(globals), code->flags & CODE_NAMES ? locals : VALUE_UNSET);
    return value_is_raised(result) || eval ? result : VALUE_NONE;
}

static Value builtin_exec(VM *vm, Value *args, int nargs)
{
    return run_text(vm, args, false);
}

static Value builtin_eval(VM *vm, Value *args, int nargs)
{
    return run_text(vm, args, true);
}

static Value builtin_import(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "__import__() argument 1 must be str, not %T", args[0]);
    int64_t level = 0;
    if (!value_is_unset(args[4]) && !vm_index(vm, args[4], &level))
        return VALUE_RAISED;
    Value fromlist = is_unset_or_none(args[3]) ? VALUE_NONE : args[3];
    if (value_is_list(fromlist)) {
        fromlist = vm_tuple_of(vm, as_list(fromlist)->count, as_list(fromlist)->items);
        vm_keep(vm, fromlist);
    }
    Dict *globals = value_is_dict(args[1]) ? as_dict(args[1]) : vm->frame->func->globals;
    return import_hook(vm, as_str(args[0]), level, fromlist, globals);
}

/* --- numbers ------------------------------------------------------------------------------------------------ */

static Value builtin_abs(VM *vm, Value *args, int nargs)
{
    if (value_is_float(args[0]))
        return value_from_double(__builtin_fabs(value_float(args[0])));
    Value v = vm_call_special(vm, args[0], NAME(vm, __abs__), 0, NULL);
    return value_is_unset(v) ? raise_type(vm, "bad operand type for abs(): '%T'", args[0]) : v;
}

static Value in_radix(VM *vm, Value v, int radix, const char *prefix)
{
    Value n = vm_index_value(vm, v);
    if (value_is_raised(n))
        return n;
    size_t length;
    char *digits = int_to_text(vm->heap, n, radix, &length);
    if (!digits)
        return raise_memory(vm);
    StrBuilder b;
    builder_init(&b, vm->heap);
    bool negative = digits[0] == '-';
    builder_cstr(&b, negative ? "-" : "");
    builder_cstr(&b, prefix);
    builder_utf8(&b, digits + negative, length - negative);
    heap_array_free(vm->heap, digits, length + 1);
    return vm_own(vm, builder_finish(&b));
}

static Value builtin_bin(VM *vm, Value *args, int nargs)
{
    return in_radix(vm, args[0], 2, "0b");
}
static Value builtin_oct(VM *vm, Value *args, int nargs)
{
    return in_radix(vm, args[0], 8, "0o");
}
static Value builtin_hex(VM *vm, Value *args, int nargs)
{
    return in_radix(vm, args[0], 16, "0x");
}

static Value builtin_chr(VM *vm, Value *args, int nargs)
{
    int64_t n;
    if (!vm_index(vm, args[0], &n)) {
        if (vm_exception_is(vm, vm->exc[EXC_OverflowError])) {
            vm_take_exception(vm);
            return raise_value(vm, "chr() arg not in range(0x110000)");
        }
        return VALUE_RAISED;
    }
    if (n < 0 || n > 0x10FFFF)
        return raise_value(vm, "chr() arg not in range(0x110000)");
    return vm_own(vm, str_from_char(vm->heap, (uint32_t)n));
}

static Value builtin_ord(VM *vm, Value *args, int nargs)
{
    const uint8_t *data;
    size_t length;
    if (value_is_str(args[0])) {
        if (str_length(as_str(args[0])) == 1)
            return value_small(str_at(as_str(args[0]), 0));
        return raise_type(vm, "ord() expected a character, but string of length %z found",
                          (int64_t)str_length(as_str(args[0])));
    }
    if (bytes_view(args[0], &data, &length)) {
        if (length == 1)
            return value_small(data[0]);
        return raise_type(vm, "ord() expected a character, but string of length %z found", (int64_t)length);
    }
    return raise_type(vm, "ord() expected string of length 1, but %T found", args[0]);
}

static Value builtin_divmod(VM *vm, Value *args, int nargs)
{
    return vm_divmod(vm, args[0], args[1]);
}

static Value builtin_pow(VM *vm, Value *args, int nargs)
{
    return vm_power(vm, args[0], args[1], arg_or(args[2], VALUE_NONE));
}

static Value builtin_round(VM *vm, Value *args, int nargs)
{
    bool digits = !value_is_unset(args[1]) && !value_is_none(args[1]);
    Value v = vm_call_special(vm, args[0], NAME(vm, __round__), digits ? 1 : 0, &args[1]);
    return value_is_unset(v) ? raise_type(vm, "type %T doesn't define __round__ method", args[0]) : v;
}

/* --- iteration ------------------------------------------------------------------------------------------------ */

static Value builtin_len(VM *vm, Value *args, int nargs)
{
    int64_t n = vm_len(vm, args[0]);
    return n < 0 ? VALUE_RAISED : value_small(n);
}

static Value builtin_iter(VM *vm, Value *args, int nargs)
{
    if (value_is_unset(args[1]))
        return vm_iter(vm, args[0]);
    if (!vm_callable(vm, args[0]))
        return raise_type(vm, "iter(v, w): v must be callable");
    Slots *s = slots_make(vm, vm->heap->named[CLS_callable_iterator], 2);
    s->v[0] = args[0];
    s->v[1] = args[1];
    return OBJ(s);
}

static Value builtin_next(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[0], KIND_GENERATOR) && nargs == 1 && vm->direct)
        return vm_tail_call(vm, class_lookup(vm, class_of(vm, args[0]), NAME(vm, __next__)), 1, args);
    if (!value_is_obj(args[0]) ||
        value_is_unset(class_lookup(vm, class_of(vm, args[0]), NAME(vm, __next__))))
        return raise_type(vm, "'%T' object is not an iterator", args[0]);
    if (nargs == 1) /* keeps the value of StopIteration */
        return vm_call_special(vm, args[0], NAME(vm, __next__), 0, NULL);
    Value v = vm_next(vm, args[0]);
    return value_is_unset(v) ? args[1] : v;
}

static Value builtin_aiter(VM *vm, Value *args, int nargs)
{
    Value v = vm_call_special(vm, args[0], NAME(vm, __aiter__), 0, NULL);
    return value_is_unset(v) ? raise_type(vm, "'%T' object is not an async iterable", args[0]) : v;
}

static Value builtin_anext(VM *vm, Value *args, int nargs)
{
    Value v = vm_call_special(vm, args[0], NAME(vm, __anext__), 0, NULL);
    if (value_is_unset(v))
        return raise_type(vm, "'%T' object is not an async iterator", args[0]);
    if (nargs == 1 || value_is_raised(v))
        return v;
    vm_keep(vm, v);
    Value helper = module_attribute(vm, "_anext", "anext_or");
    if (value_is_raised(helper))
        return helper;
    Value two[2] = { v, args[1] };
    return vm_call(vm, helper, 2, two);
}

static Value all_or_any(VM *vm, Value iterable, bool any)
{
    Value it = vm_iter(vm, iterable);
    if (value_is_raised(it))
        return it;
    vm_keep(vm, it);
    for (;;) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item))
            return item;
        if (value_is_unset(item))
            return value_bool(!any);
        int truth = vm_truth(vm, item);
        if (truth < 0)
            return VALUE_RAISED;
        if (truth == any)
            return value_bool(any);
    }
}

static Value builtin_all(VM *vm, Value *args, int nargs)
{
    return all_or_any(vm, args[0], false);
}
static Value builtin_any(VM *vm, Value *args, int nargs)
{
    return all_or_any(vm, args[0], true);
}

/* sum: ints and floats without a call; floats with Neumaier's compensation (3.12). */
static Value builtin_sum(VM *vm, Value *args, int nargs)
{
    Value total = arg_or(args[1], value_small(0));
    if (value_is_str(total))
        return raise_type(vm, "sum() can't sum strings [use ''.join(seq) instead]");
    if (value_is_kind(total, KIND_BYTES))
        return raise_type(vm, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (value_is_kind(total, KIND_BYTEARRAY))
        return raise_type(vm, "sum() can't sum bytearray [use b''.join(seq) instead]");
    Value it = vm_iter(vm, args[0]);
    if (value_is_raised(it))
        return it;
    vm_keep(vm, it);
    size_t mark = vm->root_count;
    bool floating = value_is_float(total);
    double sum = floating ? value_float(total) : 0, lost = 0;
    for (;;) {
        if (UNLIKELY(vm->attention & ATTENTION_SIGNAL)) { /* Ctrl-C in a sum without end */
            vm_keep(vm, total);
            if (!vm_safe_point(vm))
                return VALUE_RAISED;
        }
        Value item = vm_next(vm, it);
        if (value_is_raised(item))
            return item;
        if (value_is_unset(item))
            break;
        if (floating || (value_is_float(item) && value_is_int(total))) {
            if (!floating) {
                sum = (double)value_int(total);
                floating = true;
            }
            if (value_is_float(item)) {
                double x = value_float(item), t = sum + x;
                lost += __builtin_fabs(sum) >= __builtin_fabs(x) ? (sum - t) + x : (x - t) + sum;
                sum = t;
                continue;
            }
            if (value_is_int(item)) {
                sum += (double)value_int(item);
                continue;
            }
            total = value_from_double(__builtin_isfinite(lost) ? sum + lost : sum);
            floating = false;
        }
        if (value_both_ints(total, item) && value_add_ints(&total, total, item))
            continue;
        total = vm_binary(vm, OP_ADD, total, item);
        if (value_is_raised(total))
            return total;
        vm->root_count = mark;
        vm_keep(vm, total);
        if (value_is_float(total)) {
            floating = true;
            sum = value_float(total);
            lost = 0;
        }
    }
    if (floating)
        return value_from_double(lost != 0 && __builtin_isfinite(lost) ? sum + lost : sum);
    return total;
}

/* min and max: (iterable | *items, key, default) */
static Value extreme(VM *vm, Value *args, bool max)
{
    const char *name = max ? "max" : "min";
    Tuple *items = as_tuple(args[0]);
    Value key = arg_or(args[1], VALUE_NONE), otherwise = args[2];
    Value source = OBJ(items);
    if (tuple_length(items) == 0)
        return raise_type(vm, "%s expected at least 1 argument, got 0", name);
    if (tuple_length(items) == 1)
        source = items->items[0];
    else if (!value_is_unset(otherwise))
        return raise_type(vm, "Cannot specify a default for %s() with multiple positional arguments", name);
    Value it = vm_iter(vm, source);
    if (value_is_raised(it))
        return it;
    vm_keep(vm, it);
    size_t mark = vm->root_count;
    Value best = VALUE_UNSET, best_key = VALUE_UNSET;
    for (;;) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item))
            return item;
        if (value_is_unset(item))
            break;
        vm_keep(vm, item);
        Value item_key = item;
        if (!value_is_none(key)) {
            item_key = vm_call(vm, key, 1, &item);
            if (value_is_raised(item_key))
                return item_key;
            vm_keep(vm, item_key);
        }
        int better = 1;
        if (!value_is_unset(best)) {
            if (max) {
                Value answer = vm_compare(vm, CMP_GT, item_key, best_key);
                better = value_is_raised(answer) ? -1 : vm_truth(vm, answer);
            } else {
                better = vm_less(vm, item_key, best_key);
            }
        }
        if (better < 0)
            return VALUE_RAISED;
        if (better) {
            best = item;
            best_key = item_key;
        }
        vm->root_count = mark;
        vm_keep(vm, best);
        vm_keep(vm, best_key);
    }
    if (!value_is_unset(best))
        return best;
    return value_is_unset(otherwise) ? raise_value(vm, "%s() iterable argument is empty", name) : otherwise;
}

static Value builtin_min(VM *vm, Value *args, int nargs)
{
    return extreme(vm, args, false);
}
static Value builtin_max(VM *vm, Value *args, int nargs)
{
    return extreme(vm, args, true);
}

static Value builtin_sorted(VM *vm, Value *args, int nargs)
{
    List *list = vm_list_from(vm, args[0]);
    if (!list)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(list));
    Dict *kw = dict_new(vm->heap, 2);
    if (!kw || (!value_is_unset(args[1]) && !dict_set_name(vm->heap, kw, NAME(vm, key), args[1])) ||
        (!value_is_unset(args[2]) && !dict_set_name(vm->heap, kw, NAME(vm, reverse), args[2])))
        return raise_memory(vm);
    vm_keep(vm, OBJ(kw));
    Value sort = class_lookup(vm, vm->heap->classes[KIND_LIST], name_of(vm, "sort"));
    Value self = OBJ(list);
    Value result = vm_call_kw(vm, sort, 1, &self, kw);
    return value_is_raised(result) ? result : OBJ(list);
}

/* --- the rest -------------------------------------------------------------------------------------------------- */

static Value tell_native(VM *vm, const NativeSpec *spec)
{
    Str *text = vm_format(vm, "%s(%s)\n    %s\n", spec->name, spec->signature, spec->help ? spec->help : "");
    return text && stream_write_str(vm, vm->sys_stdout, text) ? VALUE_NONE : VALUE_RAISED;
}

/* Natives say themselves how they are called; all else is told by lib/_help.ma. */
static Value builtin_help(VM *vm, Value *args, int nargs)
{
    if (value_is_unset(args[0])) {
        Str *text = vm_format(vm, "Type help(x) for what is known about x: a function, a class, a module. help('modules') lists "
                                  "the modules.\n");
        return text && stream_write_str(vm, vm->sys_stdout, text) ? VALUE_NONE : VALUE_RAISED;
    }
    Value target = value_is_kind(args[0], KIND_BOUND) ? AS(Bound, args[0])->func : args[0];
    if (value_is_kind(target, KIND_NATIVE))
        return tell_native(vm, as_native(target)->spec);
    List *modules = list_new(vm->heap, 64);
    if (!modules)
        return raise_memory(vm);
    vm_keep(vm, OBJ(modules));
    for (const EmbeddedModule *m = embedded_modules; m->name; m++) {
        Value name = vm_str_utf8(vm, m->name, strlen(m->name));
        if (value_is_raised(name) || !list_append(vm->heap, modules, name))
            return value_is_raised(name) ? name : raise_memory(vm);
    }
    Value show = module_attribute(vm, "_help", "show");
    if (value_is_raised(show))
        return show;
    Value given[] = { args[0], OBJ(modules) };
    return vm_call(vm, show, 2, given);
}

static Value builtin_exit(VM *vm, Value *args, int nargs)
{
    Value code = arg_or(args[0], VALUE_NONE);
    Value exception = exception_make(vm, vm->exc[EXC_SystemExit], 1, &code);
    return value_is_unset(exception) ? VALUE_RAISED : raise_exception(vm, exception);
}

static const NativeSpec functions[] = {
    { "__import__", builtin_import, "name, globals=None, locals=None, fromlist=(), level=0", 0, 0, 0,
      "what the import statement calls" },
    { "abs", builtin_abs, "x, /", 0, 0, 0, "the absolute value" },
    { "aiter", builtin_aiter, "async_iterable, /", 0, 0, 0, "its asynchronous iterator" },
    { "all", builtin_all, "iterable, /", 0, 0, 0, "are all items true?" },
    { "anext", builtin_anext, "...", 1, 2, 0, "an awaitable of the next item, or the default" },
    { "any", builtin_any, "iterable, /", 0, 0, 0, "is any item true?" },
    { "ascii", builtin_ascii, "obj, /", 0, 0, 0, "repr with escapes for what is not ASCII" },
    { "bin", builtin_bin, "number, /", 0, 0, 0, "binary text: '0b101'" },
    { "breakpoint", builtin_breakpoint, "*args, **kws", 0, 0, 0, "stop here" },
    { "callable", builtin_callable, "obj, /", 0, 0, 0, "can it be called?" },
    { "chr", builtin_chr, "i, /", 0, 0, 0, "the character of a code point" },
    { "compile", builtin_compile, "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", 0, 0, 0,
      "text -> code object" },
    { "delattr", builtin_delattr, "obj, name, /", 0, 0, 0, "del obj.name" },
    { "dir", builtin_dir, "object=None, /", 0, 0, 0, "names: of the scope, or of the object's attributes" },
    { "divmod", builtin_divmod, "x, y, /", 0, 0, 0, "(x // y, x % y)" },
    { "eval", builtin_eval, "source, /, globals=None, locals=None", 0, 0, 0, "the value of an expression" },
    { "exec", builtin_exec, "source, /, globals=None, locals=None, *, closure=None", 0, 0, 0, "run statements" },
    { "exit", builtin_exit, "code=None", 0, 0, 0, "leave the program with a status" },
    { "format", builtin_format, "value, format_spec='', /", 0, 0, 0, "value as text by a format spec" },
    { "getattr", builtin_getattr, "...", 2, 3, 0, "obj.name, or the default" },
    { "globals", builtin_globals, "", 0, 0, 0, "the module's variables" },
    { "hasattr", builtin_hasattr, "obj, name, /", 0, 0, 0, "is there obj.name?" },
    { "hash", builtin_hash, "obj, /", 0, 0, 0, "the hash value" },
    { "help", builtin_help, "subject=None", 0, 0, 0, "what is known about something" },
    { "hex", builtin_hex, "number, /", 0, 0, 0, "hexadecimal text: '0xff'" },
    { "id", builtin_id, "obj, /", 0, 0, 0, "a number no other living object has" },
    { "input", builtin_input, "prompt='', /", 0, 0, 0, "a line from standard input" },
    { "isinstance", builtin_isinstance, "obj, class_or_tuple, /", 0, 0, 0, "is obj an instance of it?" },
    { "issubclass", builtin_issubclass, "cls, class_or_tuple, /", 0, 0, 0, "does cls derive from it?" },
    { "iter", builtin_iter, "object, sentinel=None, /", 0, 0, 0, "an iterator" },
    { "len", builtin_len, "obj, /", 0, 0, 0, "the number of items" },
    { "locals", builtin_locals, "", 0, 0, 0, "the variables of the function" },
    { "max", builtin_max, "*args, key=None, default=None", 0, 0, 0, "the largest" },
    { "min", builtin_min, "*args, key=None, default=None", 0, 0, 0, "the smallest" },
    { "next", builtin_next, "...", 1, 2, 0, "the next item, or the default at the end" },
    { "oct", builtin_oct, "number, /", 0, 0, 0, "octal text: '0o17'" },
    { "open", io_open, IO_OPEN_SIGNATURE, 0, 0, 0, "open a file" },
    { "ord", builtin_ord, "c, /", 0, 0, 0, "the code point of a character" },
    { "pow", builtin_pow, "base, exp, mod=None", 0, 0, 0, "base ** exp, or modulo mod" },
    { "print", builtin_print, "*args, sep=' ', end='\\n', file=None, flush=False", 0, 0, 0, "write values as text" },
    { "quit", builtin_exit, "code=None", 0, 0, 0, "leave the program with a status" },
    { "repr", builtin_repr, "obj, /", 0, 0, 0, "text that shows the object" },
    { "round", builtin_round, "number, ndigits=None", 0, 0, 0, "rounded, half to even" },
    { "setattr", builtin_setattr, "obj, name, value, /", 0, 0, 0, "obj.name = value" },
    { "sorted", builtin_sorted, "iterable, /, *, key=None, reverse=False", 0, 0, 0, "a sorted list" },
    { "sum", builtin_sum, "iterable, /, start=0", 0, 0, 0, "the sum" },
    { "vars", builtin_vars, "object=None, /", 0, 0, 0, "__dict__ of the object, or locals()" },
    { 0 },
};

static bool setup(VM *vm, Module *module)
{
    Heap *heap = vm->heap;
    static const uint8_t kinds[] = { KIND_STR, KIND_BYTES, KIND_BYTEARRAY, KIND_LIST, KIND_TUPLE, KIND_DICT, KIND_SET,
                                     KIND_FROZENSET, KIND_RANGE, KIND_SLICE, KIND_PROPERTY, KIND_CLASSMETHOD,
                                     KIND_STATICMETHOD, KIND_SUPER };
    Class *const classes[] = { vm->object_class, vm->type_class, vm->int_class, vm->bool_class, vm->float_class,
                               heap->named[CLS_enumerate], heap->named[CLS_zip], heap->named[CLS_map],
                               heap->named[CLS_filter], heap->named[CLS_reversed] };
    for (size_t i = 0; i < sizeof kinds; i++)
        if (!dict_set_name(heap, module->dict, str_intern(heap, heap->classes[kinds[i]]->name),
                           OBJ(heap->classes[kinds[i]])))
            return false;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (!dict_set_name(heap, module->dict, str_intern(heap, classes[i]->name), OBJ(classes[i])))
            return false;
    const struct {
        int exc;
        const char *name;
    } aliases[] = { { EXC_OSError, "IOError" }, { EXC_OSError, "EnvironmentError" } };
    for (int i = 0; i < 2; i++)
        if (!module_add(vm, module, aliases[i].name, OBJ(vm->exc[aliases[i].exc])))
            return false;
    return module_add(vm, module, "Ellipsis", VALUE_ELLIPSIS) &&
           module_add(vm, module, "NotImplemented", VALUE_NOTIMPLEMENTED) &&
           module_add(vm, module, "__debug__", VALUE_TRUE);
}

const ModuleSpec builtins_module = { "builtins", "Built-in functions, types and exceptions.", functions, NULL, setup };
