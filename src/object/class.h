/* class.h - classes, shapes, instances, functions, modules, exceptions as data. No script code; what
 * needs descriptors or metaclasses is in vm/attr.c. */
#ifndef OBJECT_CLASS_H
#define OBJECT_CLASS_H

#include "object/dict.h"
#include "object/list.h"
#include "object/str.h"

/* A built-in class: bases[0..nbases) (0: object itself). layout: KIND_x of instances. */
/* cls->base is the class itself, so that of any base b of a script class, b->base fixes the layout.
 * NULL: no memory. */
Class *class_new_builtin(Heap *heap, const char *name, const char *module, Class *base, uint8_t layout);
/* C3 linearisation (Barrett et al. 1996) of cls with `bases`; NULL: no consistent order. */
Tuple *class_linearise(Heap *heap, Class *cls, Tuple *bases);
bool class_derives(const Class *cls, const Class *base);  /* by mro, no hooks */
Value class_find(Heap *heap, const Class *cls, const Str *name, Class **where); /* along the mro; UNSET */
/* What the class itself defines. That of a built-in class is filled when first asked for (heap->fill_class):
 * there are some hundred, with two thousand names, and a program meets a few of them. */
Dict *class_fill(Heap *heap, Class *cls);
static inline Dict *class_dict(Heap *heap, Class *cls)
{
    return LIKELY(cls->lazy_dict != NULL) ? cls->lazy_dict : class_fill(heap, cls);
}

/* Shapes and instances. */
Shape *shape_root(Heap *heap, Class *cls);
/* The transition; made when missing. NULL: too many attributes or no memory; use instance_set, which
 * goes to dict mode. */
Shape *shape_with(Heap *heap, Shape *shape, Str *name);
int32_t shape_slot(Heap *heap, Shape *shape, const Str *name); /* -1: no such attribute */
Instance *instance_new(Heap *heap, Class *cls);
static inline Value *instance_slot(Instance *in, uint32_t slot)
{
    uint32_t inside = in->obj.aux; /* inline slots of this instance */
    return slot < inside ? &in->slots[slot] : &in->more[slot - inside];
}
/* Room in `more` for that many slots in all; false: no memory. For inline caches that add a slot. */
bool instance_make_room(Heap *heap, Instance *in, uint32_t slots) MUST_CHECK;
Value instance_get(Heap *heap, Instance *in, const Str *name);   /* UNSET: none */
bool instance_set(Heap *heap, Instance *in, Str *name, Value v) MUST_CHECK; /* false: no memory */
bool instance_del(Heap *heap, Instance *in, const Str *name);    /* false: none; may turn to dict mode */
Dict *instance_dict(Heap *heap, Instance *in); /* __dict__: switches to dict mode; NULL: no memory */

Module *module_new(Heap *heap, Str *name);
Exception *exception_new(Heap *heap, Class *cls, Tuple *args);
/* Records where an exception passed; silently drops entries when memory is short. */
void exception_add_entry(Heap *heap, Exception *exc, Function *func, uint32_t pc);

#endif
