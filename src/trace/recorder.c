/* recorder.c - the Observer that fills a Recording. For each event of the VM: its ids, words and numbers as they
 * are, values as short reprs, frames as function and line, chains with their locals. What a row of events.def does
 * not list is not looked at. */
#include "trace/recorder.h"

#include "base/platform.h"
#include "bytecode/code.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"

#include <stdio.h>
#include <string.h>

enum { REPR_BYTES = 400, MARGIN = 16, GLOBALS_MAX = 100 };

typedef struct KnownLocal {  /* what a frame's variable showed when its last line was recorded                */
    const char *name, *text;
    uint64_t word;           /* of the Value when that alone says it is the same, else 0                     */
    bool here;               /* seen in this walk                                                          */
} KnownLocal;

typedef struct KnownFrame {
    VEC(KnownLocal) locals;
} KnownFrame;

struct Recorder {
    Observer observer;       /* first: on_event gets it back by a cast                                      */
    VM *vm;
    Recording *recording;
    RecorderOptions options;
    uint32_t slots[EV_COUNT]; /* bit per EventSlot: which columns the event has                               */
    Clock clock;             /* the virtual one                                                          */
    int64_t process_ns;
    VEC(KnownFrame) frames;  /* by R - 1                                                                 */
    VEC(TraceLink) links;    /* scratch                                                                  */
    VEC(TraceLocal) locals;
    VEC(const char *) names;
    VEC(Id) ids;
    VEC(const char *) paths; /* of the recording's files as the VM knows them; from the second one on             */
    uint32_t next_answer;    /* where to look on for `in` and `ext`                                        */
    uint64_t limit;
    bool stopped, busy, failed;
};

/* --- texts ------------------------------------------------------------------------------------------------ */

static const char *keep_bytes(Recorder *r, const char *bytes, size_t length)
{
    const char *text = recording_text(r->recording, bytes, length);
    if (!text)
        r->failed = true;
    return text ? text : "";
}

static const char *keep_str(Recorder *r, const Str *s, size_t *length)
{
    char small[300];
    size_t size = str_utf8_length(s);
    char *bytes = size < sizeof small ? small : mem_alloc(size + 1);
    *length = 0;
    if (!bytes) {
        r->failed = true;
        return "";
    }
    str_to_utf8(s, bytes);
    const char *text = keep_bytes(r, bytes, size);
    *length = size;
    if (bytes != small)
        mem_free(bytes, size + 1);
    return text;
}

static const char *keep_name(Recorder *r, const Str *s)
{
    size_t length;
    return keep_str(r, s, &length);
}

static const char *keep_repr(Recorder *r, Value v)
{
    char text[REPR_BYTES];
    return keep_bytes(r, text, short_repr(r->vm, v, text, sizeof text));
}

/* Answers are kept whole: they may have to be given again. */
static const char *keep_answer(Recorder *r, Value v)
{
    for (size_t size = REPR_BYTES; size <= RECORDING_LIMIT_BYTES; size *= 8) {
        char *text = mem_alloc(size);
        if (!text)
            break;
        size_t used = whole_repr(r->vm, v, text, size);
        const char *kept = used + MARGIN < size ? keep_bytes(r, text, used) : NULL;
        mem_free(text, size);
        if (kept)
            return kept;
    }
    return keep_repr(r, v);
}

static void *keep_array(Recorder *r, const void *items, size_t bytes)
{
    void *copy = bytes ? arena_alloc(&r->recording->arena, bytes) : NULL;
    if (copy)
        memcpy(copy, items, bytes);
    else if (bytes)
        r->failed = true;
    return copy;
}

/* --- places ---------------------------------------------------------------------------------------------------- */

/* Files beside the script are named as the script was, wherever the folder is. */
static const char *shown_path(const Recorder *r, const char *path, char *out, size_t size)
{
    const char *real = r->options.real_folder;
    size_t length = real ? strlen(real) : 0;
    if (length == 0 || strncmp(path, real, length) != 0)
        return path;
    snprintf(out, size, "%s%s", r->options.folder, path + length);
    return out;
}

static uint32_t add_file(Recorder *r, const Str *filename, const Str *source)
{
    size_t length = 0, name_length;
    char shown[4200];
    const char *name = keep_str(r, filename, &name_length);
    const char *text = source ? keep_str(r, source, &length) : "";
    uint32_t index = recording_add_file(r->recording, shown_path(r, name, shown, sizeof shown), text, length);
    if (index == UINT32_MAX || !vec_reserve(&r->paths, index)) {
        r->failed = true;
        return 0;
    }
    while (r->paths.count < index)
        r->paths.items[r->paths.count++] = name;
    return index;
}

/* A module was found by the folder's real name, which texts of errors show: played again it must be found so, too. */
static void tell_folder(Recorder *r)
{
    const char *real = r->options.real_folder;
    size_t length = real ? strlen(real) : 0;
    for (uint32_t i = 0; length && i < r->paths.count; i++)
        if (strncmp(r->paths.items[i], real, length) == 0) {
            Str *text = str_from_utf8(r->vm->heap, real, length);
            if (text)
                observe(r->vm, &(Event){ .kind = EV_ext, .word = RECORDING_FOLDER, .value = OBJ(text) });
            return;
        }
}

static uint32_t file_of(Recorder *r, const Code *code)
{
    if (str_equals_cstr(code->filename, r->recording->files.items[0].name))
        return 0;
    for (uint32_t i = 0; i < r->paths.count; i++)
        if (str_equals_cstr(code->filename, r->paths.items[i]))
            return i + 1;
    Value source = r->vm->sources && code->source_name ? dict_get_name(r->vm->sources, code->source_name) : VALUE_UNSET;
    return add_file(r, code->filename, value_is_str(source) ? as_str(source) : NULL);
}

/* Modules that no event named: the recording must be able to run without any other file. */
static void add_modules(Recorder *r)
{
    if (!r->vm->sources)
        return;
    for (DictEntry *e = NULL; (e = dict_next(r->vm->sources, e));)
        if (value_is_str(e->key) && value_is_str(e->value) && str_length(as_str(e->key)) > 0 &&
            str_at(as_str(e->key), 0) != '<' && r->recording->files.count > 0 &&
            !str_equals_cstr(as_str(e->key), r->recording->files.items[0].name))
            add_file(r, as_str(e->key), as_str(e->value));
}

static TracePlace place_of(Recorder *r, const Frame *frame, uint32_t line)
{
    const Code *code = frame->func->code;
    return (TracePlace){ keep_name(r, code->name), line ? line : frame_line(frame), file_of(r, code) };
}

/* --- locals ------------------------------------------------------------------------------------------------------ */

static bool names_are_registers(const Code *code)
{
    return (code->flags & (CODE_MODULE | CODE_NAMES)) == 0;
}

/* The value of variable i; UNSET: not bound, or the compiler's own. */
static Value local_at(const Frame *frame, uint32_t i)
{
    const Code *code = frame->func->code;
    Value v = frame->r[i];
    if (code->var_is_cell && code->var_is_cell[i] && value_is_kind(v, KIND_CELL))
        v = AS(Cell, v)->value;
    const Str *name = code->varnames[i];
    return !name || str_length(name) == 0 || str_at(name, 0) == '.' || value_is_internal(v) ? VALUE_UNSET : v;
}

static void add_local(Recorder *r, const char *name, const char *text)
{
    if (vec_reserve(&r->locals, 1))
        r->locals.items[r->locals.count++] = (TraceLocal){ name, text };
    else
        r->failed = true;
}

/* The first `count` variables that are bound, into r->locals. */
static void collect_locals(Recorder *r, const Frame *frame, uint32_t count)
{
    const Code *code = frame->func->code;
    r->locals.count = 0;
    if (!names_are_registers(code))
        return;
    for (uint32_t i = 0; i < count && i < code->nlocals; i++) {
        Value v = local_at(frame, i);
        if (!value_is_unset(v))
            add_local(r, keep_name(r, code->varnames[i]), keep_repr(r, v));
    }
}

static void take_locals(Recorder *r, const TraceLocal **locals, uint32_t *count)
{
    *locals = keep_array(r, r->locals.items, r->locals.count * sizeof *r->locals.items);
    *count = r->locals.count;
}

/* What a coroutine or generator was called with. */
static void take_arguments(Recorder *r, Value fiber, TraceEvent *e)
{
    if (!value_is_kind(fiber, KIND_COROUTINE) && !value_is_kind(fiber, KIND_GENERATOR) &&
        !value_is_kind(fiber, KIND_ASYNCGEN))
        return;
    const Frame *frame = &AS(Fiber, fiber)->base;
    const Code *code = frame->func->code;
    uint32_t count = code->argcount + code->kwonly + ((code->flags & CODE_VARARGS) != 0) +
                     ((code->flags & CODE_VARKW) != 0);
    collect_locals(r, frame, count);
    take_locals(r, &e->locals, &e->local_count);
}

/* --- locals that changed ------------------------------------------------------------------------------------------- */

static KnownFrame *known_frame(Recorder *r, uint32_t id)
{
    if (id > r->frames.count) {
        uint32_t more = id - r->frames.count;
        if (!vec_reserve(&r->frames, more)) {
            r->failed = true;
            return NULL;
        }
        memset(r->frames.items + r->frames.count, 0, more * sizeof *r->frames.items);
        r->frames.count = id;
    }
    return &r->frames.items[id - 1];
}

/* `*hint` is where the variable was expected: the order hardly ever changes. */
static void compare_local(Recorder *r, KnownFrame *known, uint32_t *hint, const Str *name_str, Value v)
{
    const char *name = keep_name(r, name_str);
    uint32_t at = *hint;
    if (at >= known->locals.count || known->locals.items[at].name != name)
        for (at = 0; at < known->locals.count && known->locals.items[at].name != name;)
            at++;
    if (at == known->locals.count) {
        if (!vec_reserve(&known->locals, 1)) {
            r->failed = true;
            return;
        }
        known->locals.items[known->locals.count++] = (KnownLocal){ .name = name };
    }
    *hint = at + 1;
    KnownLocal *local = &known->locals.items[at];
    local->here = true;
    uint64_t word = value_is_obj(v) ? 0 : value_word(v);
    if (word && word == local->word)
        return;
    const char *text = keep_repr(r, v);
    local->word = word;
    if (text == local->text)
        return;
    local->text = text;
    add_local(r, name, text);
}

/* Which variables of a module are worth showing: those the script made, no modules, functions, classes. */
static bool is_own_global(const DictEntry *e)
{
    return value_is_str(e->key) && str_length(as_str(e->key)) > 0 && str_at(as_str(e->key), 0) != '_' &&
           !value_is_kind(e->value, KIND_MODULE) && !value_is_kind(e->value, KIND_FUNCTION) &&
           !value_is_kind(e->value, KIND_NATIVE) && !value_is_class(e->value);
}

void recorder_each_local(const Frame *frame, void (*fn)(void *context, const Str *name, Value v), void *context)
{
    const Code *code = frame->func->code;
    if (names_are_registers(code)) {
        for (uint32_t i = 0; i < code->nlocals; i++) {
            Value v = local_at(frame, i);
            if (!value_is_unset(v))
                fn(context, code->varnames[i], v);
        }
        return;
    }
    const Dict *names = code->flags & CODE_NAMES && value_is_dict(frame->r[0]) ? as_dict(frame->r[0])
                                                                                 : frame->func->globals;
    int count = 0;
    for (DictEntry *d = NULL; count < GLOBALS_MAX && (d = dict_next(names, d));)
        if (is_own_global(d)) {
            fn(context, as_str(d->key), d->value);
            count++;
        }
}

typedef struct Changes {
    Recorder *recorder;
    KnownFrame *known;
    uint32_t hint;
} Changes;

static void compare_one(void *context, const Str *name, Value v)
{
    Changes *changes = context;
    compare_local(changes->recorder, changes->known, &changes->hint, name, v);
}

static void take_changes(Recorder *r, const Frame *frame, TraceEvent *e)
{
    KnownFrame *known = e->id.n ? known_frame(r, e->id.n) : NULL;
    if (!known)
        return;
    r->locals.count = 0;
    for (uint32_t i = 0; i < known->locals.count; i++)
        known->locals.items[i].here = false;
    recorder_each_local(frame, compare_one, &(Changes){ r, known, 0 });
    take_locals(r, &e->locals, &e->local_count);
    r->names.count = 0;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < known->locals.count; i++) {
        if (known->locals.items[i].here)
            known->locals.items[kept++] = known->locals.items[i];
        else if (vec_reserve(&r->names, 1))
            r->names.items[r->names.count++] = known->locals.items[i].name;
    }
    known->locals.count = kept;
    e->names = keep_array(r, r->names.items, r->names.count * sizeof *r->names.items);
    e->name_count = r->names.count;
}

static void forget_frame(Recorder *r, const Event *event, uint32_t id)
{
    bool over = event->word && (strcmp(event->word, "return") == 0 || strcmp(event->word, "raise") == 0);
    if (over && id && id <= r->frames.count)
        vec_free(&r->frames.items[id - 1].locals);
}

/* --- chains ---------------------------------------------------------------------------------------------------------- */

static bool add_link(Recorder *r, TraceLink link)
{
    if (!vec_reserve(&r->links, 1)) {
        r->failed = true;
        return false;
    }
    r->links.items[r->links.count++] = link;
    return true;
}

static void keep_links(Recorder *r, TraceEvent *e)
{
    for (uint32_t i = 0, k = r->links.count; i + 1 < k; i++) { /* they were collected innermost first */
        TraceLink swap = r->links.items[i];
        r->links.items[i] = r->links.items[--k];
        r->links.items[k] = swap;
    }
    e->links = keep_array(r, r->links.items, r->links.count * sizeof *r->links.items);
    e->link_count = r->links.count;
}

static void take_chain(Recorder *r, const Frame *tip, TraceEvent *e)
{
    r->links.count = 0;
    for (const Frame *frame = tip; frame && r->links.count < RECORDING_CHAIN_MAX; frame = frame->caller) {
        if (frame->func->code->flags & CODE_HIDDEN)
            continue;
        TraceLink link = { .frame = observe_frame_id(r->vm, (Frame *)frame), .at = place_of(r, frame, 0) };
        collect_locals(r, frame, UINT32_MAX);
        take_locals(r, &link.locals, &link.local_count);
        if (!add_link(r, link))
            return;
    }
    keep_links(r, e);
}

static void take_traceback(Recorder *r, Value v, TraceEvent *e)
{
    if (!value_is_exception(v))
        return;
    const Exception *error = as_exception(v);
    r->links.count = 0;
    for (uint32_t i = 0; i < error->tb_count && r->links.count < RECORDING_CHAIN_MAX; i++) {
        const TracebackEntry *entry = &error->tb[i];
        const Code *code = entry->func ? entry->func->code : NULL;
        if (!code || code->flags & CODE_HIDDEN)
            continue;
        uint32_t line = entry->line ? entry->line : entry->pc < code->ninstrs ? code->locs[entry->pc].line : 0;
        if (!add_link(r, (TraceLink){ .at = { keep_name(r, code->name), line, file_of(r, code) } }))
            return;
    }
    keep_links(r, e);
}

/* --- lists --------------------------------------------------------------------------------------------------------------- */

static void take_ids(Recorder *r, Value list, TraceEvent *e)
{
    if (!value_is_list(list) && !value_is_tuple(list))
        return;
    const Value *items = value_is_list(list) ? as_list(list)->items : as_tuple(list)->items;
    size_t count = value_is_list(list) ? as_list(list)->count : tuple_length(as_tuple(list));
    r->ids.count = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(future_is(items[i]) || value_is_kind(items[i], KIND_GREENLET)) || !vec_reserve(&r->ids, 1))
            continue;
        r->ids.items[r->ids.count++] = observe_id(r->vm, value_obj(items[i]));
    }
    e->ids = keep_array(r, r->ids.items, r->ids.count * sizeof *r->ids.items);
    e->id_count = r->ids.count;
}

static void take_arguments_of_report(Recorder *r, Value list, TraceEvent *e)
{
    if (!value_is_list(list) && !value_is_tuple(list))
        return;
    const Value *items = value_is_list(list) ? as_list(list)->items : as_tuple(list)->items;
    size_t count = value_is_list(list) ? as_list(list)->count : tuple_length(as_tuple(list));
    r->names.count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *text = value_is_str(items[i]) ? keep_name(r, as_str(items[i])) : keep_repr(r, items[i]);
        if (vec_reserve(&r->names, 1))
            r->names.items[r->names.count++] = text;
    }
    e->names = keep_array(r, r->names.items, r->names.count * sizeof *r->names.items);
    e->name_count = r->names.count;
}

/* --- who and when --------------------------------------------------------------------------------------------------------- */

/* The task, else the handle that runs, else nothing; what a task does itself as it leaves, too. */
static Id who(const Recorder *r, const Event *event)
{
    switch (event->kind) {
    case EV_task_step:
    case EV_task_wait:
    case EV_task_yield:
    case EV_task_done: return event->id;
    default: return loop_event_by(r->vm);
    }
}

/* --- one event -------------------------------------------------------------------------------------------------------------- */

static bool has(const Recorder *r, uint16_t kind, EventSlot slot)
{
    return (r->slots[kind] >> slot & 1) != 0;
}

static const Function *function_of(const Event *event)
{
    Value v = event->value;
    if (event->fn)
        return event->fn;
    if (value_is_kind(v, KIND_COROUTINE) || value_is_kind(v, KIND_GENERATOR) || value_is_kind(v, KIND_ASYNCGEN))
        return fiber_function(AS(Fiber, v));
    return value_is_kind(v, KIND_FUNCTION) ? as_function(v) : NULL;
}

static void fill(Recorder *r, const Event *event, TraceEvent *e)
{
    uint16_t kind = event->kind;
    VM *vm = r->vm;
    *e = (TraceEvent){ .kind = kind, .w_us = -1, .id = event->id, .id2 = event->id2, .id3 = event->id3, .id4 = event->id4,
                       .number = event->number, .number2 = event->number2, .number3 = event->number3,
                       .word = event->word, .word2 = event->word2 };
    const Frame *frame = event->frame ? event->frame : vm->frame;
    if (has(r, kind, SLOT_VALUE) && !value_is_unset(event->value))
        e->value = kind == EV_ext ? keep_answer(r, event->value)
                   : kind == EV_sync && value_is_str(event->value) ? keep_name(r, as_str(event->value))
                                                                   : keep_repr(r, event->value);
    if (has(r, kind, SLOT_FN)) {
        const Function *fn = function_of(event);
        e->fn = fn ? keep_name(r, fn->code->name) : NULL;
    }
    if (has(r, kind, SLOT_TEXT) && event->text)
        e->text = keep_str(r, event->text, &e->text_length);
    bool placed = (has(r, kind, SLOT_AT) || has(r, kind, SLOT_DEL)) && (event->frame || !event->earlier);
    const Frame *own = placed ? observe_place(vm, event->frame) : NULL;
    if (own && has(r, kind, SLOT_AT))
        e->at = place_of(r, own, 0);
    if (has(r, kind, SLOT_CHAIN) && (kind != EV_switch || event->frame))
        take_chain(r, frame, e);
    if (has(r, kind, SLOT_TB))
        take_traceback(r, event->value, e);
    if (own && has(r, kind, SLOT_DEL))
        take_changes(r, own, e);
    else if (has(r, kind, SLOT_SET))
        take_arguments(r, event->value, e);
    if (has(r, kind, SLOT_IDS))
        take_ids(r, event->list, e);
    if (has(r, kind, SLOT_ARGS))
        take_arguments_of_report(r, event->list, e);
    if (kind == EV_raise && !e->word && value_is_exception(event->value))
        e->word = keep_name(r, as_exception(event->value)->obj.cls->name);
    if (kind == EV_call && frame)
        e->number2 = file_of(r, frame->func->code);
    if (kind == EV_leave)
        forget_frame(r, event, e->id.n);
}

static void append(Recorder *r, TraceEvent *e)
{
    Recording *recording = r->recording;
    e->t_us = clock_event_now(r->vm);
    if (r->options.real_clock)
        e->w_us = (platform_now_ns() - r->process_ns) / 1000;
    if (r->failed || recording->arena.failed || !recording_add(recording, e)) {
        r->stopped = true;
        return;
    }
    if (r->options.seen) {
        r->busy = true;
        int64_t begin_ns = r->options.clock ? platform_now_ns() : 0;
        r->options.seen(r->options.context, &recording->events.items[recording->events.count - 1]);
        if (r->options.clock) /* looking takes no time of the program's */
            clock_hold(r->options.clock, platform_now_ns() - begin_ns);
        r->busy = false;
    }
}

static void on_event(Observer *observer, VM *vm, const Event *event)
{
    Recorder *r = (Recorder *)(void *)observer;
    if (r->stopped || r->busy || event->kind >= EV_COUNT)
        return;
    if (!r->options.lines && (event->kind == EV_line || event->kind == EV_call || event->kind == EV_leave ||
                              event->kind == EV_resume))
        return;
    TraceEvent e;
    if (r->recording->events.count >= r->limit || r->recording->bytes >= RECORDING_LIMIT_BYTES) {
        bool many = r->recording->events.count >= r->limit;
        e = (TraceEvent){ .kind = EV_gap, .w_us = -1, .word = many ? "events" : "bytes" };
        append(r, &e);
        r->stopped = true;
        return;
    }
    fill(r, event, &e);
    e.by = who(r, event);
    append(r, &e);
}

static Value on_question(Observer *observer, VM *vm, uint16_t kind, const char *what)
{
    Recorder *r = (Recorder *)(void *)observer;
    return r->options.answers ? answer_from(vm, r->options.answers, &r->next_answer, kind, what) : VALUE_UNSET;
}

/* --- beginning and ending ------------------------------------------------------------------------------------------------------ */

static void find_slots(Recorder *r)
{
    EventField field;
    for (uint16_t kind = 0; kind < EV_COUNT; kind++)
        for (const char *cursor = NULL; event_field(kind, &cursor, &field);)
            if (field.slot < SLOT_COUNT)
                r->slots[kind] |= 1u << field.slot;
}

Recorder *recorder_start(VM *vm, Recording *recording, const RecorderOptions *options)
{
    Recorder *r = mem_alloc_zero(sizeof *r);
    if (!r)
        return NULL;
    r->observer.event = on_event;
    r->observer.answer = on_question;
    r->vm = vm;
    r->recording = recording;
    r->options = *options;
    r->limit = options->limit ? options->limit : RECORDING_LIMIT_EVENTS;
    r->process_ns = platform_now_ns();
    find_slots(r);
    recording->real = options->real_clock;
    recording->lines = options->lines;
    recording->shuffled = options->shuffled;
    recording->shuffle = options->shuffle;
    recording->seed = options->seed;
    recording->limit = r->limit;
    if (!options->real_clock) {
        r->clock = clock_virtual;
        clock_set(vm, &r->clock);
    } else if (options->clock) {
        clock_set(vm, options->clock);
    }
    TraceEvent begin = { .kind = EV_begin };
    append(r, &begin);
    observe_begin(vm, &r->observer, options->lines);
    return r;
}

void recorder_end(Recorder *r, const char *how, int status)
{
    add_modules(r);
    tell_folder(r);
    observe_end(r->vm);
    r->stopped = false;
    TraceEvent e = { .kind = EV_end, .word = how, .number = status, .number2 = r->recording->events.count + 1 };
    append(r, &e);
    if (!r->options.real_clock)
        clock_set(r->vm, NULL);
    for (uint32_t i = 0; i < r->frames.count; i++)
        vec_free(&r->frames.items[i].locals);
    vec_free(&r->frames);
    vec_free(&r->paths);
    vec_free(&r->links);
    vec_free(&r->locals);
    vec_free(&r->names);
    vec_free(&r->ids);
    mem_free(r, sizeof *r);
}
