/* greenlet.c - greenlets: fibers with a whole stack of frames of their own, switched by hand (PyPI
 * greenlet 3). Where a generator can only give back to whoever resumed it, a greenlet names its successor:
 * switch() leaves every frame as it is and goes on in the other one. Nothing of the C stack is touched;
 * therefore a switch out of a callback that C code is waiting for (the key function of sort(), say) is
 * refused with greenlet.error.
 *
 *   state      Fiber.state      tip                 stack
 *   pending    CREATED          NULL                none
 *   active     SUSPENDED        innermost frame     its own segments
 *   current    RUNNING          vm->frame           vm->segment ...
 *   dead       DONE             NULL                freed
 *
 * The Values of a greenlet are in base.r: */
#include "vm/fiber_internal.h"
#include "base/mem.h"

#include <stdio.h>

enum { G_PARENT, G_RUN, G_CONTEXT, G_STATE, G_COUNT }; /* G_STATE: a GreenletState *, no Obj */

typedef struct {
    StackSegment *segment;
    char *top, *end;
    Fiber *fiber;          /* vm->fiber when it was left                                              */
    uint32_t depth, handling;
    uint32_t doors;        /* calls from C that its own frames are inside of; while it runs: the
                              c_depth from which to count them                                        */
    uint32_t c_depth;      /* where it was left; only matters with doors                              */
    bool is_main;
} GreenletState;

static GreenletState *state_of(const Fiber *g)
{
    return (GreenletState *)(void *)value_obj(g->base.r[G_STATE]);
}

static void greenlet_visit(Marker *marker, Fiber *g)
{
    mark_values(marker, g->base.r, G_STATE);
    if (g->state != FIBER_SUSPENDED)
        return;
    frames_visit(marker, g->tip, NULL);
    for (Fiber *fiber = state_of(g)->fiber; fiber; fiber = fiber->prev)
        mark_object(marker, fiber);
}

static void greenlet_visit_obj(Marker *marker, Obj *obj)
{
    Fiber *g = (Fiber *)(void *)obj;
    greenlet_visit(marker, g);
}

static void finalise_memory(Heap *heap, Obj *obj)
{
    Fiber *g = (Fiber *)(void *)obj;
    GreenletState *state = state_of(g);
    if (!state)
        return;
    if (!state->is_main)
        stack_destroy(state->segment);
    mem_free(state, sizeof *state);
}

static Class *greenlet_class(VM *vm)
{
    return vm->heap->classes[KIND_GREENLET];
}

static Fiber *greenlet_make(VM *vm, Class *cls)
{
    Fiber *g = heap_new_for(vm->heap, cls, sizeof *g + G_COUNT * sizeof(Value));
    GreenletState *state = mem_alloc_zero(sizeof *state);
    if (!state) {
        raise_memory(vm);
        return NULL;
    }
    g->base.r[G_STATE] = OBJ(state);
    g->base.r[G_PARENT] = g->base.r[G_RUN] = VALUE_NONE;
    g->base.r[G_CONTEXT] = VALUE_UNSET;
    g->state = FIBER_CREATED;
    return g;
}

/* Control has passed. The frame at which `from` was left is its tip; a dead one has none. */
COLD static void tell_switch(VM *vm, Fiber *from, Fiber *to, Tuple *args, Value one, Value to_throw)
{
    bool thrown = !value_is_unset(to_throw), dead = from->state == FIBER_DONE;
    if (!args || tuple_length(args) == 1)
        one = args ? args->items[0] : one;
    else
        one = tuple_length(args) ? OBJ(args) : VALUE_UNSET;
    EMIT(vm, switch, .id = observe_id(vm, &from->obj), .id2 = observe_id(vm, &to->obj),
         .word = dead ? thrown ? "raise" : "return" : thrown ? "throw" : "switch", .value = thrown ? to_throw : one,
         .frame = from->tip);
}

COLD static void tell_green(VM *vm, Fiber *g, Value run)
{
    Value parent = g->base.r[G_PARENT];
    if (value_is_kind(run, KIND_BOUND))
        run = AS(Bound, run)->func;
    EMIT(vm, green_new, .id = observe_id(vm, &g->obj),
         .id2 = value_is_kind(parent, KIND_GREENLET) ? observe_id(vm, value_obj(parent)) : ID(0, 0),
         .fn = value_is_exactly(run, KIND_FUNCTION) ? as_function(run) : NULL, .value = OBJ(g));
}

COLD static Fiber *make_main(VM *vm)
{
    vm->main_greenlet = greenlet_make(vm, greenlet_class(vm));
    if (!vm->main_greenlet)
        return NULL;
    state_of(vm->main_greenlet)->is_main = true;
    vm->main_greenlet->state = FIBER_RUNNING;
    vm->greenlet = vm->main_greenlet;
    observe_id(vm, &vm->main_greenlet->obj); /* in every run: a report names the same greenlets as a trace */
    if (OBSERVED(vm))
        tell_green(vm, vm->main_greenlet, VALUE_UNSET);
    return vm->greenlet;
}

/* The running greenlet; the main one is made when somebody asks for the first time. */
static inline Fiber *greenlet_current(VM *vm)
{
    return LIKELY(vm->greenlet != NULL) ? vm->greenlet : make_main(vm);
}

static void leave(VM *vm, Fiber *g) /* the running one is put aside */
{
    GreenletState *s = state_of(g);
    s->segment = vm->segment;
    s->top = vm->stack_top;
    s->end = vm->stack_end;
    s->fiber = vm->fiber;
    s->depth = vm->depth;
    s->handling = vm->handling;
    s->c_depth = vm->c_depth;
    s->doors = vm->c_depth - s->doors;
    g->base.r[G_CONTEXT] = vm->current_context;
    g->tip = vm->frame;
    g->state = FIBER_SUSPENDED;
}

static void enter(VM *vm, Fiber *g) /* frames, stack and counters become those of g */
{
    GreenletState *s = state_of(g);
    vm->segment = s->segment;
    vm->stack_top = s->top;
    vm->stack_end = s->end;
    vm->fiber = s->fiber;
    vm->depth = s->depth;
    vm->handling = s->handling;
    s->doors = vm->c_depth - s->doors;
    vm->frame = g->tip;
    vm->current_context = g->base.r[G_CONTEXT];
    vm->greenlet = g;
    g->state = FIBER_RUNNING;
}

static void die(VM *vm, Fiber *g)
{
    GreenletState *s = state_of(g);
    stack_destroy(vm->segment);
    s->segment = NULL;
    s->top = s->end = NULL;
    g->state = FIBER_DONE;
    g->tip = NULL;
    g->obj.flags &= (uint8_t)~OBJ_FINALISE;
}

static inline bool is_traced(VM *vm) /* by an observer, or settrace() was called */
{
    return OBSERVED(vm) || UNLIKELY(greenlet_class(vm)->obj.aux != 0);
}

/* The function of settrace() is called. `args`, `kw` and `to_throw` may hang on nothing but `from`, and `from` on
 * nothing at all: they live until the switch is through. */
COLD static bool trace_transfer(VM *vm, Fiber *from, Fiber *to, Tuple *arg_tuple, Dict *kw, Value one, Value to_throw)
{
    bool thrown = !value_is_unset(to_throw);
    if (OBSERVED(vm))
        tell_switch(vm, from, to, arg_tuple, one, to_throw);
    if (!greenlet_class(vm)->obj.aux) /* settrace() was never called */
        return true;
    Value hook = class_lookup(vm, greenlet_class(vm), str_intern_cstr(vm->heap, "_trace"));
    if (value_is_unset(hook) || value_is_none(hook))
        return true;
    Value pair[2] = { OBJ(from), OBJ(to) };
    Value args[2] = { vm_str_cstr(vm, thrown ? "throw" : "switch"), vm_tuple_of(vm, 2, pair) };
    if (value_is_raised(args[0]) || value_is_raised(args[1]))
        return false;
    Value pending = vm_take_exception(vm);
    size_t mark = vm->root_count;
    vm_keep(vm, pending);
    vm_keep(vm, to_throw);
    if (arg_tuple)
        vm_keep(vm, OBJ(arg_tuple));
    if (kw)
        vm_keep(vm, OBJ(kw));
    bool good = !value_is_raised(vm_call(vm, hook, 2, args));
    if (good)
        vm->exception = pending;
    vm->root_count = mark;
    return good;
}

/* The arguments of switch() as the one value that arrives; args NULL: it is `one`. */
static Value arriving(VM *vm, Tuple *args, Dict *kw, Value one)
{
    if (!args)
        return one;
    if (!kw || !kw->count)
        return tuple_length(args) == 1 ? args->items[0] : OBJ(args);
    if (!tuple_length(args))
        return OBJ(kw);
    Value both[2] = { OBJ(args), OBJ(kw) };
    return vm_tuple_of(vm, 2, both);
}

static Value transfer(VM *vm, Fiber *from, Fiber *to, Tuple *args, Dict *kw, Value one, Value to_throw);

/* `g` is over with `result` (or, RAISED, an exception is pending): on to its nearest living ancestor. */
static Value finish(VM *vm, Fiber *g, Value result)
{
    die(vm, g);
    Value up = g->base.r[G_PARENT];
    while (value_is_kind(up, KIND_GREENLET) && AS(Fiber, up)->state == FIBER_DONE)
        up = AS(Fiber, up)->base.r[G_PARENT];
    Fiber *parent = value_is_kind(up, KIND_GREENLET) ? AS(Fiber, up) : vm->main_greenlet;
    Value to_throw = value_is_raised(result) ? vm_take_exception(vm) : VALUE_UNSET;
    Tuple *args = NULL;
    if (value_is_unset(to_throw)) {
        vm_keep(vm, result);
        bool nothing = parent->state == FIBER_CREATED && value_is_a(vm, result, vm->exc[EXC_GreenletExit]);
        args = nothing ? tuple_empty(vm->heap) : tuple_from_values(vm->heap, &result, 1);
        if (!args)
            to_throw = exception_make(vm, vm->exc[EXC_MemoryError], 0, NULL);
    }
    return transfer(vm, g, parent, args, NULL, VALUE_UNSET, to_throw);
}

/* vm->frame, the stack and so on become those of `to`. PUSHED: go on at vm->frame; RAISED: raise there. */
static Value transfer(VM *vm, Fiber *from, Fiber *to, Tuple *args, Dict *kw, Value one, Value to_throw)
{
    if (to->state == FIBER_SUSPENDED) {
        enter(vm, to);
        if (is_traced(vm) && !trace_transfer(vm, from, to, args, kw, one, to_throw))
            return VALUE_RAISED;
        if (!value_is_unset(to_throw)) {
            vm->exception = to_throw;
            return VALUE_RAISED;
        }
        Value v = arriving(vm, args, kw, one);
        if (value_is_raised(v))
            return v;
        vm->frame->r[vm->frame->pc[-1].a] = v;
        return VALUE_PUSHED;
    }
    /* CREATED: it begins. Its run attribute is looked up in the one that switches. */
    GreenletState *s = state_of(to);
    s->depth = s->doors = 0;
    enter(vm, to);
    vm->segment = NULL;
    vm->stack_top = vm->stack_end = NULL;
    heap_set_finalise(vm->heap, &to->obj);
    if (is_traced(vm) && !trace_transfer(vm, from, to, args, kw, one, to_throw))
        return finish(vm, to, VALUE_RAISED);
    if (!value_is_unset(to_throw)) { /* the error of a child whose parent never ran: that dies of it at once */
        vm->exception = to_throw;
        bool over = vm_exception_is(vm, vm->exc[EXC_GreenletExit]);
        return finish(vm, to, over ? vm_take_exception(vm) : VALUE_RAISED);
    }
    Value run = to->base.r[G_RUN];
    Value kwargs = kw && kw->count ? OBJ(kw) : VALUE_UNSET;
    Value result = call_ex(vm, run, OBJ(args), kwargs);
    if (value_same(result, VALUE_PUSHED)) {
        vm->frame->flags |= FRAME_GREENLET;
        vm->frame->caller = NULL;
        return result;
    }
    return finish(vm, to, result);
}

bool greenlet_finish(VM *vm, Value result)
{
    size_t mark = vm->root_count;
    bool good = !value_is_raised(finish(vm, vm->greenlet, result));
    vm->root_count = mark;
    return good;
}

bool greenlet_leave_raised(VM *vm)
{
    Value result = VALUE_RAISED;
    if (vm_exception_is(vm, vm->exc[EXC_GreenletExit]))
        result = vm_take_exception(vm); /* no error: the instance is the result */
    size_t mark = vm->root_count;
    bool good = !value_is_raised(finish(vm, vm->greenlet, result));
    vm->root_count = mark;
    return good;
}

/* --- methods ------------------------------------------------------------------------------------------ */

static Value raise_error(VM *vm, const char *text)
{
    Value cls = class_lookup(vm, greenlet_class(vm), str_intern_cstr(vm->heap, "error"));
    return raise_fmt(vm, value_is_class(cls) ? as_class(cls) : vm->exc[EXC_RuntimeError], "%s", text);
}

static Value run_of(VM *vm, Fiber *g)
{
    Value run = g->base.r[G_RUN];
    if (!value_is_none(run))
        return run;
    Str *name = NAME(vm, run);
    if (class_of(vm, OBJ(g)) != greenlet_class(vm)) {
        Value method = class_lookup(vm, class_of(vm, OBJ(g)), name);
        if (!value_is_unset(method) && !value_is_kind(method, KIND_GETSET))
            return descriptor_get_now(vm, method, OBJ(g), class_of(vm, OBJ(g)));
    }
    return raise_attribute(vm, "run");
}

static Value switch_to(VM *vm, Fiber *target, Tuple *args, Dict *kw, Value one, Value to_throw)
{
    Fiber *current = greenlet_current(vm);
    if (!current)
        return VALUE_RAISED;
    while (target->state == FIBER_DONE) {
        Value up = target->base.r[G_PARENT];
        target = value_is_kind(up, KIND_GREENLET) ? AS(Fiber, up) : vm->main_greenlet;
    }
    if (target == current) {
        if (!value_is_unset(to_throw)) {
            vm->exception = to_throw;
            return VALUE_RAISED;
        }
        return arriving(vm, args, kw, one);
    }
    /* A greenlet inside a call from C can go on only where that call is the innermost one. */
    const GreenletState *there = state_of(target);
    if (!vm->direct || (target->state == FIBER_SUSPENDED && there->doors && there->c_depth != vm->c_depth))
        return raise_error(vm, "cannot switch greenlets here: a function written in C is waiting for this call "
                               "to return");
    if (target->state == FIBER_CREATED && value_is_unset(to_throw)) {
        Value run = run_of(vm, target);
        if (value_is_raised(run))
            return run;
        target->base.r[G_RUN] = run;
    }
    leave(vm, current);
    if (target->state == FIBER_CREATED && !value_is_unset(to_throw)) {
        /* Thrown into before its start: dead at once; the exception goes to the parent. */
        target->state = FIBER_DONE;
        enter(vm, current);
        Value up = target->base.r[G_PARENT];
        Fiber *parent = value_is_kind(up, KIND_GREENLET) ? AS(Fiber, up) : vm->main_greenlet;
        if (value_is_a(vm, to_throw, vm->exc[EXC_GreenletExit])) {
            Tuple *result = tuple_from_values(vm->heap, &to_throw, 1);
            return result ? switch_to(vm, parent, result, NULL, VALUE_UNSET, VALUE_UNSET) : raise_memory(vm);
        }
        return switch_to(vm, parent, args, kw, VALUE_UNSET, to_throw);
    }
    return transfer(vm, current, target, args, kw, one, to_throw);
}

static Value greenlet_switch(VM *vm, Value *args, int nargs)
{
    if (nargs < 2 || !value_is_kind(args[0], KIND_GREENLET))
        return raise_type(vm, "greenlet.switch() needs a greenlet");
    Fiber *target = AS(Fiber, args[0]);
    Value kw = args[nargs - 1];
    int count = nargs - 2;
    if (count == 1 && value_is_unset(kw) && target->state == FIBER_SUSPENDED)
        return switch_to(vm, target, NULL, NULL, args[1], VALUE_UNSET); /* one value: as it is */
    Tuple *tuple = count ? tuple_from_values(vm->heap, args + 1, (size_t)count) : tuple_empty(vm->heap);
    if (!tuple)
        return raise_memory(vm);
    vm_keep(vm, OBJ(tuple));
    return switch_to(vm, target, tuple, value_is_dict(kw) ? as_dict(kw) : NULL, VALUE_UNSET, VALUE_UNSET);
}

static Value greenlet_throw(VM *vm, Value *args, int nargs)
{
    Fiber *g = AS(Fiber, args[0]);
    Value type = arg_or(args[1], OBJ(vm->exc[EXC_GreenletExit])), value = arg_or(args[2], VALUE_NONE);
    Value exception = type;
    if (value_is_class(type) && class_derives(as_class(type), vm->exc[EXC_BaseException])) {
        bool none = value_is_none(value);
        exception = value_is_exception(value) ? value : vm_call(vm, type, none ? 0 : 1, &value);
        if (value_is_raised(exception))
            return exception;
    } else if (!value_is_exception(type)) {
        return raise_type(vm, "exceptions must be classes, or instances, not %T", type);
    }
    vm_keep(vm, exception);
    if (g->state == FIBER_DONE && value_is_a(vm, exception, vm->exc[EXC_GreenletExit])) {
        Tuple *one = tuple_from_values(vm->heap, &exception, 1); /* no error: its ancestor gets it as a value */
        return one ? switch_to(vm, g, one, NULL, VALUE_UNSET, VALUE_UNSET) : raise_memory(vm);
    }
    return switch_to(vm, g, tuple_empty(vm->heap), NULL, VALUE_UNSET, exception);
}

static Value greenlet_new(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, greenlet_make(vm, as_class(args[0])));
}

static bool set_parent(VM *vm, Value self, Value parent)
{
    if (value_is_unset(parent)) {
        raise_attribute(vm, "can't delete attribute");
        return false;
    }
    if (!value_is_kind(parent, KIND_GREENLET)) {
        raise_type(vm, "GreenletChecker: Expected any type of greenlet, not %T", parent);
        return false;
    }
    if (AS(Fiber, self) == vm->main_greenlet) {
        raise_attribute(vm, "cannot set the parent of a main greenlet");
        return false;
    }
    for (Value p = parent; value_is_kind(p, KIND_GREENLET); p = AS(Fiber, p)->base.r[G_PARENT])
        if (value_same(p, self)) {
            raise_value(vm, "cyclic parent chain");
            return false;
        }
    AS(Fiber, self)->base.r[G_PARENT] = parent;
    return true;
}

static Value greenlet_init(VM *vm, Value *args, int nargs)
{
    Fiber *g = AS(Fiber, args[0]);
    Fiber *current = greenlet_current(vm);
    if (!current)
        return VALUE_RAISED;
    if (!value_is_unset(args[1]) && !value_is_none(args[1]))
        g->base.r[G_RUN] = args[1];
    Value parent = value_is_unset(args[2]) || value_is_none(args[2]) ? OBJ(current) : args[2];
    if (!set_parent(vm, args[0], parent))
        return VALUE_RAISED;
    observe_id(vm, &g->obj);
    if (OBSERVED(vm))
        tell_green(vm, g, g->base.r[G_RUN]);
    return VALUE_NONE;
}

static Value greenlet_bool(VM *vm, Value *args, int nargs)
{
    Fiber *g = AS(Fiber, args[0]);
    return value_bool(g->state == FIBER_SUSPENDED || g->state == FIBER_RUNNING);
}

static Value greenlet_repr(VM *vm, Value *args, int nargs)
{
    Fiber *g = AS(Fiber, args[0]);
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    const char *state = g->state == FIBER_CREATED     ? "pending"
                        : g->state == FIBER_DONE      ? "dead"
                        : g->state == FIBER_SUSPENDED ? "suspended active started"
                                                      : "current active started";
    const char *main = g == vm->main_greenlet ? " main" : "";
    Value module = vm_getattr(vm, OBJ(class_of(vm, args[0])), NAME(vm, __module__));
    if (value_is_raised(module))
        return module;
    Str *text = vm_format(vm, "<%s.%S object at %s (otid=0x%s) %s%s>",
                          value_is_str(module) ? str_c(as_str(module), (char[64]){ 0 }, 64) : "greenlet",
                          class_of(vm, args[0])->name, address,
                          g->state == FIBER_CREATED || g->state == FIBER_DONE ? "(nil)" : "1", state, main);
    return text ? OBJ(text) : VALUE_RAISED;
}

static const NativeSpec greenlet_methods[] = {
    { "__new__", greenlet_new, "cls, *args, **kw", 0, 0, NATIVE_NEW, "a greenlet that has not started" },
    { "__init__", greenlet_init, "self, run=None, parent=None", 0, 0, 0, "run: what it will do" },
    { "switch", greenlet_switch, "...", 1, -1, NATIVE_KEYWORDS,
      "Go on in this greenlet; comes back when somebody switches to the caller." },
    { "throw", greenlet_throw, "self, type=None, value=None, traceback=None, /", 0, 0, 0,
      "Switch to it and raise there (GreenletExit by default)." },
    { "__bool__", greenlet_bool, "self, /", 0, 0, 0, "started and not dead" },
    { "__repr__", greenlet_repr, "self, /", 0, 0, 0, "repr(self)" },
    { 0 },
};

static Value get_dead(VM *vm, Value self)
{
    return value_bool(AS(Fiber, self)->state == FIBER_DONE);
}
static Value get_parent(VM *vm, Value self)
{
    return AS(Fiber, self)->base.r[G_PARENT];
}
static Value get_run(VM *vm, Value self)
{
    Fiber *g = AS(Fiber, self);
    if (g->state != FIBER_CREATED)
        return raise_attribute(vm, "run");
    return run_of(vm, g);
}
static bool set_run(VM *vm, Value self, Value v)
{
    Fiber *g = AS(Fiber, self);
    if (g->state != FIBER_CREATED) {
        raise_attribute(vm, "run cannot be set after the start of the greenlet");
        return false;
    }
    g->base.r[G_RUN] = arg_or(v, VALUE_NONE);
    return true;
}
static Value get_frame(VM *vm, Value self)
{
    Fiber *g = AS(Fiber, self);
    return g->state == FIBER_SUSPENDED ? frame_object(vm, g->tip) : VALUE_NONE;
}
static Value get_context(VM *vm, Value self)
{
    Fiber *g = AS(Fiber, self);
    Value context = g == vm->greenlet ? vm->current_context : g->base.r[G_CONTEXT];
    return arg_or(context, VALUE_NONE);
}
static bool set_context(VM *vm, Value self, Value v)
{
    Fiber *g = AS(Fiber, self);
    Value context = value_is_none(v) ? VALUE_UNSET : v;
    if (g == vm->greenlet)
        vm->current_context = context;
    else
        g->base.r[G_CONTEXT] = context;
    return true;
}
static const GetSetSpec greenlet_getsets[] = {
    { "dead", get_dead, NULL, "has it ended?" },
    { "parent", get_parent, set_parent, "where control goes at the end" },
    { "run", get_run, set_run, "the function it will run; gone once it has started" },
    { "gr_frame", get_frame, NULL, "the frame of a suspended greenlet" },
    { "gr_context", get_context, set_context, "its contextvars.Context" },
    { 0 },
};

static const TypeSpec greenlet_spec = { "greenlet", "greenlet", "a coroutine switched by hand", KIND_GREENLET, 0,
                                        greenlet_methods, greenlet_getsets };

/* A suspended greenlet that nobody can reach any more: GreenletExit is raised in it, and it runs to its end
 * right here, as a call from C. */
bool greenlet_kill(VM *vm, Fiber *g)
{
    if (g->state != FIBER_SUSPENDED || !vm_enter_c(vm, ""))
        return true;
    Fiber *current = greenlet_current(vm);
    Value exit = exception_make(vm, vm->exc[EXC_GreenletExit], 0, NULL);
    if (!current || value_is_unset(exit))
        return false;
    bool direct = vm->direct;
    leave(vm, current);
    enter(vm, g);
    Frame *base = g->tip;
    while (base->caller)
        base = base->caller;
    base->flags = (base->flags & ~(uint32_t)FRAME_GREENLET) | FRAME_ENTRY;
    if (OBSERVED(vm))
        tell_switch(vm, current, g, NULL, VALUE_UNSET, exit);
    vm->exception = exit;
    Value ignored;
    RunResult how = unwind(vm) ? vm_run(vm, &ignored) : RUN_RAISED;
    Value error = how == RUN_RAISED ? vm_take_exception(vm) : VALUE_UNSET;
    die(vm, g);
    enter(vm, current);
    if (OBSERVED(vm))
        tell_switch(vm, g, current, NULL, VALUE_NONE, VALUE_UNSET);
    vm->direct = direct;
    vm_leave_c(vm);
    if (value_is_exception(error) && !value_is_a(vm, error, vm->exc[EXC_GreenletExit])) {
        unraisable_print(vm, vm_keep(vm, error), OBJ(g));
    }
    return true;
}

/* --- the module ----------------------------------------------------------------------------------------- */

static Value module_getcurrent(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, greenlet_current(vm));
}
static Value module_settrace(VM *vm, Value *args, int nargs)
{
    Str *name = str_intern_cstr(vm->heap, "_trace");
    Value old = class_lookup(vm, greenlet_class(vm), name);
    if (!dict_set_name(vm->heap, class_dict(vm->heap, greenlet_class(vm)), name, args[0]))
        return raise_memory(vm);
    greenlet_class(vm)->obj.aux = 1;
    class_changed(vm, greenlet_class(vm));
    return arg_or(old, VALUE_NONE);
}
static Value module_gettrace(VM *vm, Value *args, int nargs)
{
    return arg_or(class_lookup(vm, greenlet_class(vm), str_intern_cstr(vm->heap, "_trace")), VALUE_NONE);
}
static const NativeSpec module_functions[] = {
    { "getcurrent", module_getcurrent, "", 0, 0, 0, "the greenlet that runs" },
    { "settrace", module_settrace, "callback, /", 0, 0, 0, "callback(event, (origin, target)) after each transfer" },
    { "gettrace", module_gettrace, "", 0, 0, 0, "the callback set by settrace" },
    { 0 },
};

static const NativeSpec class_functions[] = {
    { "getcurrent", module_getcurrent, "", 0, 0, NATIVE_STATIC, "the greenlet that runs" },
    { 0 },
};

static bool greenlet_module_setup(VM *vm, Module *module)
{
    Class *cls = type_create(vm, &greenlet_spec, NULL);
    if (!cls)
        return false;
    heap_set_kind(vm->heap, KIND_GREENLET, greenlet_visit_obj, finalise_memory);
    Class *error = class_new_builtin(vm->heap, "error", "greenlet", vm->exc[EXC_Exception], KIND_EXCEPTION);
    if (!error)
        return false;
    error->obj.cls = vm->type_class;
    error->flags |= CLASS_EXCEPTION;
    Heap *heap = vm->heap;
    if (!dict_set_name(heap, class_dict(vm->heap, cls), str_intern_cstr(heap, "error"), OBJ(error)) ||
        !dict_set_name(heap, class_dict(vm->heap, cls), str_intern_cstr(heap, "GreenletExit"), OBJ(vm->exc[EXC_GreenletExit])) ||
        !class_add_natives(vm, cls, class_functions))
        return false;
    return module_add(vm, module, "greenlet", OBJ(cls)) && module_add(vm, module, "error", OBJ(error)) &&
           module_add(vm, module, "GreenletExit", OBJ(vm->exc[EXC_GreenletExit]));
}

const ModuleSpec greenlet_module = { "greenlet", "Coroutines switched by hand.", module_functions, NULL,
                                     greenlet_module_setup };
