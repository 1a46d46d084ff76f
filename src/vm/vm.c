/* vm.c - making and unmaking a VM, its roots, its safe points, and raising exceptions.
 * Calling is in call.c, attributes in attr.c, the loop in interp.c. */
#include "vm/vm_internal.h"
#include "base/mem.h"
#include "base/platform.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const name_texts[NAME_COUNT] = {
#define N(name) #name,
#include "vm/names.def"
#undef N
};

static void visit_frame(Marker *marker, Frame *frame)
{
    const Code *code = frame->func->code;
    mark_object(marker, frame->func);
    /* What earlier instructions left in temporaries is forgotten, so that it can die. */
    size_t count = code->nregs, live = code->locs[frame_pc(frame)].live;
    if (live && live < count) {
        frame_clear(frame->r, live, count);
        mark_values(marker, frame->r, live);
    } else {
        mark_values(marker, frame->r, count);
    }
    if (frame->flags & FRAME_INIT)
        mark_value(marker, frame->r[count]); /* the instance lies behind the registers */
    if (frame->flags & FRAME_FIBER)
        mark_object(marker, fiber_of_frame(frame));
}

/* Marks the frames from tip outwards, `stop` excluded (NULL: all). */
void frames_visit(Marker *marker, Frame *tip, Frame *stop)
{
    for (Frame *frame = tip; frame && frame != stop; frame = frame->caller)
        visit_frame(marker, frame);
}

static void visit_roots(Marker *marker, void *owner)
{
    VM *vm = owner;
    frames_visit(marker, vm->frame, NULL);
    for (Fiber *fiber = vm->fiber; fiber; fiber = fiber->prev)
        mark_object(marker, fiber);
    mark_value(marker, vm->exception);
    mark_values(marker, vm->roots, vm->root_count);
    mark_object(marker, vm->overflow_roots);
    for (int i = 0; i < NAME_COUNT; i++)
        mark_object(marker, vm->names[i]);
    for (int i = 0; i < EXC_COUNT; i++)
        mark_object(marker, vm->exc[i]);
    Class *const classes[] = { vm->object_class, vm->type_class,     vm->int_class,
                               vm->bool_class,   vm->float_class,    vm->none_class,
                               vm->ellipsis_class, vm->notimplemented_class, vm->asend_class, vm->member_class,
                               vm->frame_class,  vm->traceback_class,  vm->await_wrapper_class };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        mark_object(marker, classes[i]);
    for (int i = 0; i < KIND_COUNT; i++)
        mark_object(marker, vm->heap->classes[i]);
    mark_object(marker, vm->builtins);
    mark_object(marker, vm->modules);
    mark_object(marker, vm->main);
    mark_object(marker, vm->main_greenlet);
    mark_object(marker, vm->greenlet);
    mark_object(marker, vm->loop);
    mark_value(marker, vm->current_context);
    mark_object(marker, vm->sources);
    mark_value(marker, vm->sys_stdout);
    mark_value(marker, vm->sys_stderr);
    mark_value(marker, vm->sys_stdin);
    attr_visit(marker, vm);
}

static StackSegment *segment_new(size_t bytes)
{
    StackSegment *segment = mem_alloc(sizeof *segment + bytes);
    if (!segment)
        return NULL;
    segment->previous = segment->next = NULL;
    segment->size = bytes;
    segment->saved_top = NULL;
    return segment;
}

void stack_destroy(StackSegment *segment)
{
    while (segment && segment->previous)
        segment = segment->previous;
    while (segment) {
        StackSegment *next = segment->next;
        mem_free(segment, sizeof *segment + segment->size);
        segment = next;
    }
}

/* The stack is full, or the recursion limit is reached. */
Frame *frame_push_slow(VM *vm, Function *func, size_t bytes)
{
    if (vm->depth >= vm->depth_limit) {
        vm->depth_limit += 50; /* room for the handlers that clean up */
        raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
        vm->depth_limit -= 50;
        return NULL;
    }
    StackSegment *old = vm->segment;
    StackSegment *segment = old ? old->next : NULL;
    if (segment && segment->size < bytes) {
        mem_free(segment, sizeof *segment + segment->size);
        segment = old->next = NULL;
    }
    if (!segment) {
        bool small = vm->greenlet && vm->greenlet != vm->main_greenlet; /* there may be 100,000 of them */
        size_t size = old ? old->size * 2 : small ? GREENLET_SEGMENT_BYTES : STACK_SEGMENT_BYTES;
        if (size > (size_t)4 << 20)
            size = (size_t)4 << 20;
        segment = segment_new(size < bytes ? bytes : size);
        if (!segment) {
            raise_memory(vm);
            return NULL;
        }
        segment->previous = old;
        if (old)
            old->next = segment;
    }
    segment->saved_top = vm->stack_top;
    vm->segment = segment;
    vm->stack_top = segment->data;
    vm->stack_end = segment->data + segment->size;
    Frame *frame = (Frame *)(void *)vm->stack_top;
    vm->stack_top += bytes;
    vm->depth++;
    *frame = (Frame){ .caller = vm->frame,
                      .pc = func->code->instrs,
                      .func = func,
                      .flags = FRAME_SEGMENT };
    vm->frame = frame;
    return frame;
}

void frame_pop(VM *vm, Frame *frame)
{
    vm->frame = frame->caller;
    vm->depth--;
    if (frame->flags & FRAME_FIBER)
        return;
    if (frame->flags & FRAME_SEGMENT && vm->segment->previous) { /* the first segment stays */
        StackSegment *segment = vm->segment;
        vm->stack_top = segment->saved_top;
        vm->segment = segment->previous;
        vm->stack_end = vm->segment->data + vm->segment->size;
    } else {
        vm->stack_top = (char *)frame;
    }
}

void vm_destroy(VM *vm)
{
    heap_remove_root(vm->heap, visit_roots, vm);
    stack_destroy(vm->segment);
    mem_free(vm->roots, ROOT_STACK_VALUES * sizeof(Value));
    method_cache_free(vm);
    mem_free(vm, sizeof *vm);
}

VM *vm_create(Heap *heap)
{
    VM *vm = mem_alloc_zero(sizeof *vm);
    if (!vm)
        return NULL;
    vm->heap = heap;
    vm->depth_limit = 1000;
    vm->class_epoch = 1;
    size_t stack = platform_stack_bytes();
    size_t levels = stack / 2 / C_FRAME_BYTES;
    vm->c_depth_limit = levels > 2000 ? 2000 : (uint32_t)levels;
    vm->roots = mem_alloc(ROOT_STACK_VALUES * sizeof(Value));
    vm->root_capacity = ROOT_STACK_VALUES;
    if (!vm->roots) {
        vm_destroy(vm);
        return NULL;
    }
    heap_add_root(heap, visit_roots, vm);
    code_register(heap);
    native_register(heap);
    for (int i = 0; i < NAME_COUNT; i++)
        vm->names[i] = str_intern_cstr(heap, name_texts[i]);
    vm->modules = dict_new(heap, 16);
    vm->sources = dict_new(heap, 4);
    native_setup(vm);
    if (!vm->modules || !vm->sources || !klass_setup(vm)) {
        vm_destroy(vm);
        return NULL;
    }
    return vm;
}

Value vm_keep_more(VM *vm, Value v)
{
    if (!vm->overflow_roots)
        vm->overflow_roots = list_new(vm->heap, 16);
    if (vm->overflow_roots && !list_append(vm->heap, vm->overflow_roots, v))
        vm->attention |= ATTENTION_MEMORY;
    return v;
}

/* --- safe points ------------------------------------------------------------------------------ */

/* While only that is told which the line of an uncaught error made and dropped: is this something else? */
static bool must_wait(const VM *vm, const Obj *obj)
{
    if (LIKELY(vm->failed_line == 0))
        return false;
    const Fiber *fiber = (const Fiber *)(const void *)obj;
    return (obj->kind & KIND_MASK) != KIND_COROUTINE || fiber->state != FIBER_CREATED ||
           fiber->made_line != vm->failed_line || fiber->made_in != vm->failed_in;
}

/* What the collector found dead and wants to speak. Runs with nothing pending. */
static void run_finalisers(VM *vm)
{
    vm->attention &= ~(uint32_t)ATTENTION_FINALISE;
    Value pending = vm_take_exception(vm);
    size_t mark = vm->root_count;
    vm_keep(vm, pending);
    Obj *obj;
    while ((obj = heap_take_finalisable(vm->heap))) {
        if (must_wait(vm, obj)) {
            heap_set_finalise(vm->heap, obj);
            continue;
        }
        size_t inner = vm->root_count;
        vm_keep(vm, OBJ(obj));
        uint8_t kind = obj->kind & KIND_MASK;
        Value del = obj->cls && (obj->cls->flags & CLASS_HAS_DEL)
                        ? vm_lookup_special(vm, OBJ(obj), NAME(vm, __del__))
                        : VALUE_UNSET;
        if (kind == KIND_GENERATOR || kind == KIND_COROUTINE || kind == KIND_ASYNCGEN ||
            kind == KIND_GREENLET)
            fiber_finalise(vm, (Fiber *)(void *)obj);
        else if (vm->finalise_hook)
            vm->finalise_hook(vm, obj);
        if (value_is_obj(del)) {
            Value result = vm_call(vm, del, 0, NULL);
            if (value_is_raised(result)) {
                Value error = vm_take_exception(vm);
                vm_keep(vm, error);
                unraisable_print(vm, error, value_is_kind(del, KIND_BOUND) ? AS(Bound, del)->func : del);
            }
        }
        vm->root_count = inner;
    }
    WeakRef *ref;
    while ((ref = heap_take_dead_weakref(vm->heap))) {
        Value self = OBJ(ref);
        vm_keep(vm, self);
        Value result = vm_call(vm, ref->callback, 1, &self);
        if (value_is_raised(result)) {
            unraisable_print(vm, vm_keep(vm, vm_take_exception(vm)), ref->callback);
        }
    }
    vm->root_count = mark;
    vm->exception = pending;
}

bool vm_safe_point(VM *vm)
{
    Heap *heap = vm->heap;
    if (heap->stress && heap->stress_rest > 0 && heap->live_bytes < heap->stress_bytes) {
        heap->stress_rest--;
    } else if (heap->oom && heap->live_bytes < heap->full_bytes && !heap->stress) {
        heap->threshold_bytes = heap->full_bytes; /* MemoryError again, and no collection for each of them */
    } else if (heap->stress || heap_wants_collection(heap) || (vm->attention & ATTENTION_GC)) {
        vm->attention &= ~(uint32_t)ATTENTION_GC;
        heap_collect(heap);
        /* Under stress big heaps and deep stacks rest between collections, or a test would never end. */
        heap->stress_rest = (heap->live_bytes >> 20) + (vm->depth >> 6);
        heap->stress_bytes = heap->live_bytes * 2;
        if (heap_has_finalisable(heap))
            vm->attention |= ATTENTION_FINALISE;
    }
    if (vm->attention & ATTENTION_FINALISE)
        run_finalisers(vm);
    if (heap->oom) {
        heap->oom = false;
        size_t limit = heap->limit_bytes;
        if (!limit || heap->full_bytes || heap->live_bytes > limit - limit / 4) { /* else the collection has made room */
            raise_memory(vm);
            return false;
        }
    }
    if (vm->attention & ATTENTION_SIGNAL) {
        vm->attention &= ~(uint32_t)ATTENTION_SIGNAL;
        heap->gave_up = false;
        if (vm->signal_hook && !vm->signal_hook(vm))
            return false;
    }
    if (UNLIKELY(vm->attention & ATTENTION_WATCH)) {
        vm->attention &= ~(uint32_t)ATTENTION_WATCH;
        if (!vm->watch_told(vm))
            return false;
    }
    if (heap->stress)
        vm->attention |= ATTENTION_GC;
    return true;
}

bool vm_enter_c(VM *vm, const char *what)
{
    if (LIKELY(vm->c_depth < vm->c_depth_limit)) {
        vm->c_depth++;
        return true;
    }
    if (*what)
        raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded %s", what);
    else
        raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    return false;
}

/* --- formatting messages ---------------------------------------------------------------------- */

const char *type_name(VM *vm, Value v, char buffer[128])
{
    return str_c(class_of(vm, v)->name, buffer, 128);
}

/* Built-in classes of modules are called collections.deque, itertools.count, ... */
static void add_class_name(StrBuilder *b, const Class *cls)
{
    bool whole = !(cls->flags & (CLASS_SCRIPT | CLASS_EXCEPTION | CLASS_LIKE_SCRIPT)) || cls->flags & CLASS_SHOWN_WHOLE;
    if (whole && value_is_str(cls->module) &&
        !str_equals_cstr(as_str(cls->module), "builtins")) {
        builder_str(b, as_str(cls->module));
        builder_char(b, '.');
    }
    builder_str(b, cls->name);
}

static bool format_into(VM *vm, StrBuilder *b, const char *format, va_list args)
{
    for (const char *p = format; *p; p++) {
        if (*p != '%') {
            const char *end = strchr(p, '%');
            size_t n = end ? (size_t)(end - p) : strlen(p);
            builder_utf8(b, p, n);
            p += n - 1;
            continue;
        }
        char number[64];
        switch (*++p) {
        case 's': builder_cstr(b, va_arg(args, const char *)); break;
        case 'd': builder_printf(b, "%d", va_arg(args, int)); break;
        case 'z': builder_printf(b, "%lld", (long long)va_arg(args, int64_t)); break;
        case 'u': builder_printf(b, "%llu", (unsigned long long)va_arg(args, uint64_t)); break;
        case 'c': builder_char(b, va_arg(args, uint32_t)); break;
        case 'S': builder_str(b, va_arg(args, Str *)); break;
        case 'T': add_class_name(b, class_of(vm, va_arg(args, Value))); break;
        case 'C': add_class_name(b, va_arg(args, Class *)); break;
        case 'f':
            float_repr(va_arg(args, double), number);
            builder_cstr(b, number);
            break;
        case 'R': {
            Str *repr = vm_repr(vm, va_arg(args, Value));
            if (!repr)
                return false;
            builder_str(b, repr);
            break;
        }
        default: builder_char(b, (uint32_t)*p); break;
        }
    }
    return true;
}

Str *vm_format_va(VM *vm, const char *format, va_list args)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (!format_into(vm, &b, format, args)) {
        builder_drop(&b);
        return NULL;
    }
    Str *text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

Str *vm_format(VM *vm, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *text = vm_format_va(vm, format, args);
    va_end(args);
    return text;
}

/* --- raising ---------------------------------------------------------------------------------- */

Value vm_take_exception(VM *vm)
{
    Value exception = vm->exception;
    vm->exception = VALUE_UNSET;
    return exception;
}

bool vm_exception_is(VM *vm, Class *cls)
{
    return vm_raised(vm) && class_derives(value_obj(vm->exception)->cls, cls);
}

static Value raise_va(VM *vm, Class *cls, const char *format, va_list args)
{
    Str *text = vm_format_va(vm, format, args);
    if (!text)
        return VALUE_RAISED;
    Value arg = OBJ(text);
    Value exception = exception_make(vm, cls, 1, &arg);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    exception_set_context(vm, exception);
    vm->exception = exception;
    return VALUE_RAISED;
}

Value raise_fmt(VM *vm, Class *cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_va(vm, cls, format, args);
    va_end(args);
    return VALUE_RAISED;
}

#define RAISER(function, name)                          \
    Value function(VM *vm, const char *format, ...)     \
    {                                                   \
        va_list args;                                   \
        va_start(args, format);                         \
        raise_va(vm, vm->exc[EXC_##name], format, args); \
        va_end(args);                                   \
        return VALUE_RAISED;                            \
    }
RAISER(raise_type, TypeError)
RAISER(raise_value, ValueError)
RAISER(raise_index, IndexError)
RAISER(raise_attribute, AttributeError)
RAISER(raise_runtime, RuntimeError)
RAISER(raise_overflow, OverflowError)
RAISER(raise_zero_division, ZeroDivisionError)

Value raise_exception(VM *vm, Value exception)
{
    if (value_is_class(exception)) {
        if (!class_derives(as_class(exception), vm->exc[EXC_BaseException]))
            return raise_type(vm, "exceptions must derive from BaseException");
        Class *cls = as_class(exception);
        exception = vm_call(vm, exception, 0, NULL);
        if (value_is_raised(exception))
            return VALUE_RAISED;
        if (!value_is_exception(exception))
            return raise_type(vm,
                              "calling %R should have returned an instance of BaseException, not %R",
                              OBJ(cls), OBJ(class_of(vm, exception)));
    } else if (!value_is_exception(exception)) {
        return raise_type(vm, "exceptions must derive from BaseException");
    }
    exception_set_context(vm, exception);
    vm->exception = exception;
    return VALUE_RAISED;
}

static Value raise_with(VM *vm, Class *cls, int nargs, const Value *args)
{
    Value exception = exception_make(vm, cls, nargs, args);
    return value_is_unset(exception) ? VALUE_RAISED : raise_exception(vm, exception);
}

Value raise_key(VM *vm, Value key)
{
    return raise_with(vm, vm->exc[EXC_KeyError], 1, &key);
}

Value raise_stop_iteration(VM *vm, Value value)
{
    bool plain = value_is_unset(value) || value_is_none(value);
    return raise_with(vm, vm->exc[EXC_StopIteration], plain ? 0 : 1, &value);
}

Value raise_memory(VM *vm)
{
    if (vm->heap->gave_up) { /* it was Ctrl-C */
        vm->heap->gave_up = false;
        vm->attention &= ~(uint32_t)ATTENTION_SIGNAL;
        if (vm->signal_hook && !vm->signal_hook(vm))
            return VALUE_RAISED;
    }
    /* What the handler no longer sees is free when it goes on. Where many fail one after the other (100,000
     * tasks) and nothing comes free, not each of them collects. */
    size_t errors = ++vm->heap->memory_errors;
    if ((errors & (errors - 1)) == 0)
        vm->attention |= ATTENTION_GC;
    if (vm_raised(vm))
        return VALUE_RAISED;
    Exception *exc = exception_new(vm->heap, vm->exc[EXC_MemoryError], tuple_empty(vm->heap));
    vm->exception = OBJ(exc); /* a small cell: never fails */
    return VALUE_RAISED;
}

Value exception_make(VM *vm, Class *cls, int nargs, const Value *args)
{
    Value built = VALUE_UNSET;
    bool plain = !(cls->flags & CLASS_SCRIPT) && !class_derives(cls, vm->exc[EXC_OSError]) &&
                 !class_derives(cls, vm->exc[EXC_SyntaxError]) &&
                 !class_derives(cls, vm->exc[EXC_UnicodeError]) &&
                 !class_derives(cls, vm->exc[EXC_ImportError]) &&
                 !class_derives(cls, vm->exc[EXC_BaseExceptionGroup]);
    size_t mark = vm->root_count;
    for (int i = 0; i < nargs; i++)
        vm_keep(vm, args[i]);
    if (plain) {
        Tuple *tuple = tuple_from_values(vm->heap, args, (size_t)nargs);
        if (tuple) {
            Exception *exc = exception_new(vm->heap, cls, tuple);
            if (cls == vm->exc[EXC_StopIteration] || cls == vm->exc[EXC_SystemExit])
                exc->extra = nargs ? args[0] : VALUE_NONE;
            built = OBJ(exc);
        }
        else {
            raise_memory(vm);
        }
    } else {
        built = vm_call(vm, OBJ(cls), nargs, args);
        if (value_is_raised(built))
            built = VALUE_UNSET;
    }
    vm->root_count = mark;
    return built;
}

Value vm_own(VM *vm, void *object)
{
    return object ? OBJ(object) : raise_memory(vm);
}

Value vm_str_cstr(VM *vm, const char *text)
{
    return vm_own(vm, str_from_cstr(vm->heap, text));
}

Value vm_tuple_of(VM *vm, size_t count, const Value *values)
{
    return vm_own(vm, tuple_from_values(vm->heap, values, count));
}

Class *class_of(VM *vm, Value v)
{
    if (value_is_obj(v))
        return value_obj(v)->cls;
    if (value_is_int(v))
        return vm->int_class;
    if (value_is_float(v))
        return vm->float_class;
    if (value_is_bool(v))
        return vm->bool_class;
    if (value_is_none(v))
        return vm->none_class;
    return value_same(v, VALUE_ELLIPSIS) ? vm->ellipsis_class : vm->notimplemented_class;
}

/* --- text for and from C ---------------------------------------------------------------------------- */

Value vm_str_utf8(VM *vm, const char *bytes, size_t length)
{
    size_t good = utf8_find_invalid(bytes, length);
    if (good == length)
        return vm_own(vm, str_from_utf8(vm->heap, bytes, length));
    StrBuilder b;
    builder_init(&b, vm->heap);
    while (length) {
        builder_utf8(&b, bytes, good);
        bytes += good;
        length -= good;
        if (length) { /* one bad byte, one U+FFFD */
            builder_char(&b, 0xFFFD);
            bytes++;
            length--;
        }
        good = utf8_find_invalid(bytes, length);
    }
    return vm_own(vm, builder_finish(&b));
}

const char *vm_utf8(VM *vm, Value str, size_t *length, bool no_nul)
{
    Str *s = as_str(str);
    size_t at, bytes = str_utf8_length(s);
    if (str_has_surrogate(s, &at)) {
        char hex[16];
        snprintf(hex, sizeof hex, "\\u%04x", (unsigned)str_at(s, at));
        raise_fmt(vm, vm->exc[EXC_UnicodeEncodeError],
                  "'utf-8' codec can't encode character '%s' in position %z: surrogates not allowed", hex, (int64_t)at);
        return NULL;
    }
    Bytes *copy = bytes_new(vm->heap, NULL, bytes + 1);
    if (!copy) {
        raise_memory(vm);
        return NULL;
    }
    vm_keep(vm, OBJ(copy));
    str_to_utf8(s, (char *)copy->data);
    copy->data[bytes] = 0;
    *length = bytes;
    if (no_nul && memchr(copy->data, 0, bytes)) {
        raise_value(vm, "embedded null byte");
        return NULL;
    }
    return (const char *)copy->data;
}

Value raise_os(VM *vm, int error_number, Value filename)
{
    Value args[3] = { value_small(error_number), vm_str_cstr(vm, platform_strerror(error_number)), filename };
    if (value_is_raised(args[1]))
        return VALUE_RAISED;
    return raise_with(vm, vm->exc[EXC_OSError], value_is_unset(filename) ? 2 : 3, args);
}
