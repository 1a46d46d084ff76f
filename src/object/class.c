/* class.c - classes, shapes and instances as data.
 * Instances that got their attributes in the same order share a shape (hidden classes, Self 1989): a
 * tree of transitions per class. An instance keeps the first slots inside and the rest in `more`; its
 * class learns from what it sees how many to reserve for the next ones. An instance that is used like
 * a dict - __dict__, del, very many attributes - gets a real Dict and leaves the tree. The members of
 * __slots__ are the first inline slots and have no names in the shapes: their descriptors know them. */
#include "object/class.h"

#include <assert.h>

enum {
    MAX_SLOTS = 64,       /* attributes of one instance in a shape                                 */
    MAX_INLINE = 16,
    MAX_TRANSITIONS = 128, /* of one shape: more means that names are made by a program            */
    WALK_SLOTS = 6,       /* shapes up to this size are searched along their parents               */
    FIRST_MORE = START(4),
};

/* --- classes ---------------------------------------------------------------------------------- */

Class *class_new_builtin(Heap *heap, const char *name, const char *module, Class *base, uint8_t layout)
{
    Class *cls = heap_new(heap, KIND_CLASS, sizeof *cls);
    cls->name = cls->qualname = str_intern_cstr(heap, name);
    cls->module = module ? OBJ(str_intern_cstr(heap, module)) : VALUE_NONE;
    cls->layout = layout;
    cls->base = cls; /* of a script class: the nearest built-in one */
    size_t above = base ? tuple_length(base->mro) : 0;
    cls->bases = tuple_new(heap, base != NULL);
    cls->mro = tuple_new(heap, above + 1);
    if (!cls->bases || !cls->mro)
        return NULL;
    cls->mro->items[0] = OBJ(cls);
    if (base) {
        cls->bases->items[0] = OBJ(base);
        memcpy(cls->mro->items + 1, base->mro->items, above * sizeof(Value));
        cls->flags = base->flags & (CLASS_EXCEPTION | CLASS_METACLASS);
        if (!base->subclasses)
            base->subclasses = list_new(heap, 0);
        if (!base->subclasses || !list_append(heap, base->subclasses, OBJ(cls)))
            return NULL;
    }
    return cls;
}

/* Is v in one of the lists, anywhere but at its front? */
static bool in_a_tail(Value v, const Tuple *const *lists, const size_t *from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = from[i] + 1; j < tuple_length(lists[i]); j++)
            if (value_same(lists[i]->items[j], v))
                return true;
    return false;
}

/* Merges the mros of the bases and the list of bases itself: always the first front that is in no
 * tail. Appends to `order`; false: no consistent order, or no memory. */
static bool merge(Heap *heap, List *order, const Tuple **lists, size_t *from, size_t count)
{
    for (;;) {
        Value next = VALUE_UNSET;
        bool left = false;
        for (size_t i = 0; i < count && value_is_unset(next); i++) {
            if (from[i] == tuple_length(lists[i]))
                continue;
            left = true;
            if (!in_a_tail(lists[i]->items[from[i]], lists, from, count))
                next = lists[i]->items[from[i]];
        }
        if (!left)
            return true;
        if (value_is_unset(next) || !list_append(heap, order, next))
            return false;
        for (size_t i = 0; i < count; i++)
            if (from[i] < tuple_length(lists[i]) && value_same(lists[i]->items[from[i]], next))
                from[i]++;
    }
}

Tuple *class_linearise(Heap *heap, Class *cls, Tuple *bases)
{
    size_t count = tuple_length(bases) + 1;
    size_t bytes = count * (sizeof(Tuple *) + sizeof(size_t));
    List *order = list_new(heap, 8);
    const Tuple **lists = heap_array(heap, NULL, 0, bytes);
    bool good = order && lists && list_append(heap, order, OBJ(cls));
    if (good) {
        size_t *from = (size_t *)(void *)(lists + count);
        for (size_t i = 0; i + 1 < count; i++)
            lists[i] = as_class(bases->items[i])->mro;
        lists[count - 1] = bases;
        memset(from, 0, count * sizeof *from);
        good = merge(heap, order, lists, from, count);
    }
    heap_array_free(heap, lists, bytes);
    return good ? tuple_from_values(heap, order->items, order->count) : NULL;
}

bool class_derives(const Class *cls, const Class *base)
{
    if (cls == base)
        return true;
    const Tuple *mro = cls->mro;
    for (size_t i = 1; mro && i < tuple_length(mro); i++)
        if (value_obj(mro->items[i]) == &base->obj)
            return true;
    return false;
}

Dict *class_fill(Heap *heap, Class *cls)
{
    cls->lazy_dict = dict_new(heap, 0);
    if (heap->fill_class)
        heap->fill_class(heap->fill_owner, cls);
    return cls->lazy_dict;
}

Value class_find(Heap *heap, const Class *cls, const Str *name, Class **where)
{
    const Tuple *mro = cls->mro;
    for (size_t i = 0; mro && i < tuple_length(mro); i++) {
        Class *holder = as_class(mro->items[i]);
        const DictEntry *entry = dict_find_name(class_dict(heap, holder), name);
        if (entry) {
            if (where)
                *where = holder;
            return entry->value;
        }
    }
    return VALUE_UNSET;
}

/* --- shapes ----------------------------------------------------------------------------------- */

static Shape *shape_new(Heap *heap, Class *cls, Shape *parent, Str *name)
{
    Shape *shape = heap_new(heap, KIND_SHAPE, sizeof *shape);
    shape->cls = cls;
    shape->parent = parent;
    shape->name = name;
    shape->transitions = VALUE_UNSET;
    shape->inline_slots = parent ? parent->inline_slots : cls->inline_slots;
    shape->obj.aux = parent ? parent->obj.aux + 1 : cls->members;
    return shape;
}

Shape *shape_root(Heap *heap, Class *cls)
{
    if (!cls->root || cls->root->inline_slots != cls->inline_slots)
        cls->root = shape_new(heap, cls, NULL, NULL);
    return cls->root;
}

static Shape *find_transition(const Shape *shape, const Str *name)
{
    if (value_is_unset(shape->transitions))
        return NULL;
    if (value_is_exactly(shape->transitions, KIND_SHAPE)) {
        Shape *only = AS(Shape, shape->transitions);
        return only->name == name ? only : NULL;
    }
    Value found = dict_get_name(as_dict(shape->transitions), name);
    return value_is_unset(found) ? NULL : AS(Shape, found);
}

Shape *shape_with(Heap *heap, Shape *shape, Str *name)
{
    name = str_intern(heap, name);
    Shape *next = find_transition(shape, name);
    if (next)
        return next;
    if (shape->obj.aux - shape->cls->members >= MAX_SLOTS)
        return NULL;
    if (value_is_exactly(shape->transitions, KIND_SHAPE)) {
        Shape *only = AS(Shape, shape->transitions);
        Dict *dict = dict_new(heap, 2);
        if (!dict || !dict_set_name(heap, dict, only->name, OBJ(only)))
            return NULL;
        shape->transitions = OBJ(dict);
    }
    next = shape_new(heap, shape->cls, shape, name);
    if (value_is_unset(shape->transitions)) {
        shape->transitions = OBJ(next);
        return next;
    }
    Dict *dict = as_dict(shape->transitions);
    if (dict->count >= MAX_TRANSITIONS || !dict_set_name(heap, dict, name, OBJ(next)))
        return NULL;
    return next;
}

/* The slot along the parents: slot n was added by the shape with n + 1 slots. */
static int32_t walk_to_slot(const Shape *shape, const Str *name)
{
    for (; shape->parent; shape = shape->parent)
        if (shape->name == name)
            return (int32_t)shape->obj.aux - 1;
    return -1;
}

static bool build_table(Heap *heap, Shape *shape)
{
    Dict *table = dict_new(heap, shape->obj.aux);
    for (const Shape *s = shape; table && s->parent; s = s->parent)
        if (!dict_set_name(heap, table, s->name, value_small((int64_t)s->obj.aux - 1)))
            table = NULL;
    shape->table = table;
    return table != NULL;
}

int32_t shape_slot(Heap *heap, Shape *shape, const Str *name)
{
    if (UNLIKELY(!(name->obj.flags & STR_INTERNED)))
        name = str_intern(heap, (Str *)(uintptr_t)name);
    if (shape->obj.aux <= WALK_SLOTS || (!shape->table && !build_table(heap, shape)))
        return walk_to_slot(shape, name);
    Value slot = dict_get_name(shape->table, name);
    return value_is_unset(slot) ? -1 : (int32_t)value_int(slot);
}

/* --- instances -------------------------------------------------------------------------------- */

Instance *instance_new(Heap *heap, Class *cls)
{
    Shape *root = shape_root(heap, cls);
    uint32_t inside = root->inline_slots;
    Instance *in = heap_new(heap, KIND_INSTANCE, sizeof *in + inside * sizeof(Value));
    in->obj.cls = cls;
    in->obj.aux = inside;
    in->shape = root;
    return in;
}

/* `more` points behind a word with the bytes of its array, so that the collector can free it when the
 * shape is gone already. */
static void free_more(Heap *heap, Instance *in)
{
    if (in->more)
        heap_array_free(heap, in->more - 1, instance_more_bytes(in));
    in->more = NULL;
}

bool instance_make_room(Heap *heap, Instance *in, uint32_t slots)
{
    if (slots <= in->obj.aux)
        return true;
    size_t needed = slots - in->obj.aux;
    size_t old_bytes = in->more ? instance_more_bytes(in) : 0;
    if (old_bytes >= (needed + 1) * sizeof(Value))
        return true;
    size_t capacity = needed < FIRST_MORE ? FIRST_MORE : needed + needed / 2;
    size_t bytes = (capacity + 1) * sizeof(Value);
    Value *array = heap_array(heap, in->more ? in->more - 1 : NULL, old_bytes, bytes);
    if (!array)
        return false;
    memset((char *)array + old_bytes, 0, bytes - old_bytes);
    array[0] = value_small((int64_t)bytes);
    in->more = array + 1;
    return true;
}

Dict *instance_dict(Heap *heap, Instance *in)
{
    if (!in->shape)
        return in->dict;
    uint32_t members = in->shape->cls->members, count = in->shape->obj.aux - members;
    Dict *dict = dict_new(heap, count);
    Str *names[MAX_SLOTS];
    assert(count <= MAX_SLOTS);
    for (const Shape *s = in->shape; s->parent; s = s->parent)
        names[s->obj.aux - members - 1] = s->name;
    for (uint32_t i = 0; dict && i < count; i++) {
        Value v = *instance_slot(in, members + i);
        if (!value_is_unset(v) && !dict_set_name(heap, dict, names[i], v))
            dict = NULL;
    }
    if (!dict)
        return NULL;
    free_more(heap, in);
    memset(in->slots + members, 0, (in->obj.aux - members) * sizeof(Value));
    in->shape = NULL;
    in->dict = dict;
    return dict;
}

Value instance_get(Heap *heap, Instance *in, const Str *name)
{
    if (!in->shape)
        return dict_get_name(in->dict, name);
    int32_t slot = shape_slot(heap, in->shape, name);
    return slot < 0 ? VALUE_UNSET : *instance_slot(in, (uint32_t)slot);
}

/* A class whose instances outgrow their inline slots reserves more in the next ones. */
static void learn(Class *cls, uint32_t slots)
{
    uint32_t most = cls->members + MAX_INLINE;
    if (slots > cls->inline_slots && cls->inline_slots < most)
        cls->inline_slots = (uint16_t)(slots < most ? slots : most);
}

bool instance_set(Heap *heap, Instance *in, Str *name, Value v)
{
    name = str_intern(heap, name);
    if (!in->shape)
        return dict_set_name(heap, in->dict, name, v);
    Shape *next = find_transition(in->shape, name); /* a name with a transition is not there yet */
    if (!next) {
        int32_t slot = shape_slot(heap, in->shape, name);
        if (slot >= 0) {
            *instance_slot(in, (uint32_t)slot) = v;
            return true;
        }
        next = shape_with(heap, in->shape, name);
        if (!next) {
            Dict *dict = instance_dict(heap, in);
            return dict && dict_set_name(heap, dict, name, v);
        }
    }
    if (!instance_make_room(heap, in, next->obj.aux))
        return false;
    learn(in->obj.cls, next->obj.aux);
    in->shape = next;
    *instance_slot(in, next->obj.aux - 1) = v;
    return true;
}

bool instance_del(Heap *heap, Instance *in, const Str *name)
{
    if (in->shape) {
        int32_t slot = shape_slot(heap, in->shape, name);
        if (slot < 0 || value_is_unset(*instance_slot(in, (uint32_t)slot)))
            return false;
        if ((uint32_t)slot == in->shape->obj.aux - 1) { /* the last one: a step back */
            *instance_slot(in, (uint32_t)slot) = VALUE_UNSET;
            in->shape = in->shape->parent;
            return true;
        }
        if (!instance_dict(heap, in)) { /* no memory: as good as deleted */
            *instance_slot(in, (uint32_t)slot) = VALUE_UNSET;
            return true;
        }
    }
    return dict_del_name(heap, in->dict, name);
}

/* --- modules, exceptions ---------------------------------------------------------------------- */

Module *module_new(Heap *heap, Str *name)
{
    Dict *dict = dict_new(heap, 0);
    Module *module = heap_new(heap, KIND_MODULE, sizeof *module);
    module->name = name;
    module->dict = dict;
    return module;
}

Exception *exception_new(Heap *heap, Class *cls, Tuple *args)
{
    Exception *exc = heap_new_for(heap, cls, sizeof *exc);
    exc->args = args;
    exc->cause = exc->context = VALUE_NONE;
    return exc;
}

void exception_add_entry(Heap *heap, Exception *exc, Function *func, uint32_t pc)
{
    if (exc->tb_count == exc->tb_capacity) {
        uint32_t capacity = exc->tb_capacity ? exc->tb_capacity * 2 : START(4);
        if (capacity < exc->tb_capacity)
            return;
        TracebackEntry *tb = heap_array(heap, exc->tb, exc->tb_capacity * sizeof *tb,
                                        capacity * sizeof *tb);
        if (!tb)
            return;
        exc->tb = tb;
        exc->tb_capacity = capacity;
    }
    exc->tb[exc->tb_count++] = (TracebackEntry){ .func = func, .pc = pc };
}
