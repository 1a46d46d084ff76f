/* interp_loop.h - the dispatch loop. The only long function of the project, on purpose: what every instruction
 * does can be read in one place, and the compiler keeps pc and frame in machine registers. interp.c includes it
 * twice, with two meanings of
 *   VM_RUN              the function's name
 *   BEGIN               at its entry
 *   NEXT                goes on with the next instruction
 *   ENTERED             an instruction has changed vm->frame
 *   AGAIN_IF_OBSERVED   at a safe point: the instruction may be begun again
 *   IN_WORDS            an int longer than a Value's word: goes on behind the instructions that compute with it
 *   TELL_LEAVE          the frame is about to be left, with `v`
 *   SHORTCUTS           may functions of the library be left out (Code.shortcut)?
 * No include guard, therefore. */
RunResult VM_RUN(VM *vm, Value *out)
{
    static const void *const labels[OP_COUNT] = {
#define OP(name, a, b, c, flags, effect) &&L_##name,
#include "bytecode/opcodes.def"
#undef OP
    };
    BEGIN();
    register Frame *frame = vm->frame;
    register const Instr *pc = frame->pc;
    vm->direct = true;
    const size_t roots_at_entry = vm->root_count; /* what a failing operation kept is let go at `raised` */
    if (UNLIKELY(vm_raised(vm)))
        goto raised;
    NEXT();

    /* --- moving ------------------------------------------------------------------------------- */
L_NOP:
L_EXT:
    NEXT();
L_MOVE:
    A = B;
    NEXT();
L_LOADK:
    A = KONST;
    NEXT();
L_LOADI:
    A = value_small(OFFSET);
    NEXT();
L_LOADNONE:
    A = VALUE_NONE;
    NEXT();
L_LOADBOOL:
    A = value_bool(pc[-1].b);
    NEXT();
L_UNSET:
    A = VALUE_UNSET;
    NEXT();
L_CHECK:
    if (UNLIKELY(value_is_unset(A))) {
        SAVE();
        names_raise_unbound(vm, as_str(KONST));
        goto raised;
    }
    NEXT();

    /* --- variables ---------------------------------------------------------------------------- */
L_NEWCELL: {
    Value held = A;
    A = OBJ(cell_new(vm->heap, held));
    NEXT();
}
L_GETCELL: {
    Value v = AS(Cell, B)->value;
    if (UNLIKELY(value_is_unset(v))) {
        SAVE();
        names_raise_unbound(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}
L_SETCELL:
    AS(Cell, A)->value = B;
    NEXT();
L_DELCELL:
    if (value_is_unset(AS(Cell, A)->value)) {
        SAVE();
        names_raise_unbound(vm, SITE->name);
        goto raised;
    }
    AS(Cell, A)->value = VALUE_UNSET;
    NEXT();
L_GETFREE: {
    Value v = frame->func->cells[pc[-1].b]->value;
    if (UNLIKELY(value_is_unset(v))) {
        SAVE();
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}
L_SETFREE:
    frame->func->cells[pc[-1].a]->value = B;
    NEXT();
L_DELFREE:
    if (value_is_unset(frame->func->cells[pc[-1].a]->value)) {
        SAVE();
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    frame->func->cells[pc[-1].a]->value = VALUE_UNSET;
    NEXT();
L_GETGLOBAL: {
    Function *func = frame->func;
    Site *site = SITE;
    if (LIKELY(site->version == func->globals->version)) {
        if (LIKELY(site->how == 0)) {
            A = func->globals->entries[site->slot].value;
            NEXT();
        }
        if (LIKELY(site->version2 == func->builtins->version)) {
            A = func->builtins->entries[site->slot].value;
            NEXT();
        }
    }
    SAVE();
    Value v;
    if (!names_get_global(vm, func, site, &v))
        goto raised;
    A = v;
    NEXT();
}
L_SETGLOBAL: {
    Dict *globals = frame->func->globals;
    Site *site = SITE;
    if (LIKELY(site->version == globals->version && site->how == 0)) {
        globals->entries[site->slot].value = A;
        NEXT();
    }
    SAVE();
    if (!dict_set_name(vm->heap, globals, site->name, A)) {
        raise_memory(vm);
        goto raised;
    }
    DictEntry *entry = dict_find_name(globals, site->name);
    site->version = globals->version;
    site->slot = (uint32_t)(entry - globals->entries);
    site->how = 0;
    NEXT();
}
L_DELGLOBAL:
    SAVE();
    if (!dict_del_name(vm->heap, frame->func->globals, SITE->name)) {
        names_raise(vm, SITE->name);
        goto raised;
    }
    NEXT();
L_GETNAME: {
    SAVE();
    Value v;
    if (!names_get(vm, frame, SITE->name, &v, false))
        goto raised;
    A = v;
    NEXT();
}
L_SETNAME:
    SAVE();
    if (!names_set(vm, frame, SITE->name, A))
        goto raised;
    NEXT();
L_DELNAME:
    SAVE();
    if (!names_delete(vm, frame, SITE->name))
        goto raised;
    NEXT();
L_GETNAMEFREE: {
    SAVE();
    Value v;
    if (!names_get(vm, frame, SITE->name, &v, true))
        goto raised;
    if (value_is_unset(v))
        v = frame->func->cells[pc[-1].b]->value;
    if (value_is_unset(v)) {
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}

    /* --- attributes and items ------------------------------------------------------------------- */
L_GETATTR: {
    Value b = B;
    Site *site = SITE;
    if (LIKELY(value_is_obj(b))) {
        Obj *obj = value_obj(b);
        if (LIKELY((obj->kind & KIND_MASK) == KIND_INSTANCE)) {
            Instance *in = (Instance *)(void *)obj;
            if (LIKELY(in->shape == site->shape && site->version == vm->class_epoch && site->how == ATTR_SLOT &&
                       in->shape)) {
                Value found = *instance_slot(in, site->slot);
                if (LIKELY(!value_is_unset(found))) { /* unset: a member of __slots__ */
                    A = found;
                    NEXT();
                }
            }
        } else if (obj->kind == KIND_MODULE && site->how == ATTR_MODULE &&
                   ((Module *)(void *)obj)->dict->version == site->version) {
            A = ((Module *)(void *)obj)->dict->entries[site->slot].value;
            NEXT();
        }
    }
    SAVE();
    CHECKED_PUSH(attr_get(vm, b, site));
}
L_SETATTR: {
    Value a = A;
    Site *site = SITE;
    if (LIKELY(value_is_kind(a, KIND_INSTANCE))) {
        Instance *in = as_instance(a);
        if (LIKELY(in->shape == site->shape && site->version == vm->class_epoch && in->shape)) {
            if (LIKELY(site->how == ATTR_SLOT)) {
                *instance_slot(in, site->slot) = B;
                NEXT();
            }
            if (site->how == ATTR_NEW_SLOT && site->slot < in->obj.aux) {
                in->slots[site->slot] = B;
                in->shape = AS(Shape, site->value);
                NEXT();
            }
        }
    }
    SAVE();
    if (UNLIKELY(!attr_set(vm, a, site, B)))
        goto raised;
    NEXT();
}
L_DELATTR:
    SAVE();
    if (!vm_setattr(vm, A, SITE->name, VALUE_UNSET))
        goto raised;
    NEXT();
L_GETMETHOD: {
    Value b = B;
    Site *site = SITE;
    Value *to = &A;
    if (LIKELY(value_is_obj(b) && site->version == vm->class_epoch)) {
        Obj *obj = value_obj(b);
        if (LIKELY(site->how == ATTR_METHOD)) {
            if (LIKELY((obj->kind & KIND_MASK) == KIND_INSTANCE &&
                       ((Instance *)(void *)obj)->shape == site->shape)) {
                to[1] = b;
                to[0] = site->value;
                NEXT();
            }
        } else if (site->how == ATTR_CLASS_VALUE && (Shape *)(void *)obj->cls == site->shape &&
                   !(obj->flags & OBJ_ATTRS)) {
            to[1] = b;
            to[0] = site->value;
            NEXT();
        }
    }
    if (value_is_exactly(b, KIND_MODULE) && site->how == ATTR_MODULE && as_module(b)->dict->version == site->version) {
        to[1] = VALUE_UNSET;
        to[0] = as_module(b)->dict->entries[site->slot].value;
        NEXT();
    }
    SAVE();
    if (UNLIKELY(!attr_get_method(vm, b, site, to)))
        goto raised;
    NEXT();
}
L_GETSPECIAL:
    SAVE();
    if (UNLIKELY(!attr_get_special(vm, B, SITE->name, &A)))
        goto raised;
    NEXT();
L_GETSUPER: {
    SAVE();
    Value *window = &B;
    if (LIKELY(value_same(window[2], OBJ(vm->heap->classes[KIND_SUPER])))) {
        if (!attr_get_super(vm, window[0], window[1], SITE->name, &A))
            goto raised;
        NEXT();
    }
    Value object = vm_call(vm, window[2], 0, NULL); /* `super` is something else here */
    if (value_is_raised(object) || !attr_get_method(vm, vm_keep(vm, object), SITE, &A))
        goto raised;
    vm->root_count = roots_at_entry;
    NEXT();
}
L_GETITEM: {
    Value b = B, c = C;
    if (LIKELY(value_is_obj(b))) {
        if (LIKELY(value_is_int(c))) {
            int64_t i = value_int(c);
            if (LIKELY(value_obj(b)->kind == KIND_LIST)) {
                List *list = as_list(b);
                if (i < 0)
                    i += (int64_t)list->count;
                if (LIKELY((uint64_t)i < list->count)) {
                    A = list->items[i];
                    NEXT();
                }
            } else if (value_obj(b)->kind == KIND_TUPLE) {
                Tuple *tuple = as_tuple(b);
                if (i < 0)
                    i += (int64_t)tuple_length(tuple);
                if (LIKELY((uint64_t)i < tuple_length(tuple))) {
                    A = tuple->items[i];
                    NEXT();
                }
            }
        }
    }
    SAVE();
    if (value_is_exactly(b, KIND_INSTANCE)) {
        if (push_method(vm, b, NAME(vm, __getitem__), 2, c, VALUE_UNSET, 0)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
    }
    CHECKED(vm_getitem(vm, b, c));
}
L_SETITEM: {
    Value a = A, b = B;
    if (LIKELY(value_is_exactly(a, KIND_LIST) && value_is_int(b))) {
        List *list = as_list(a);
        int64_t i = value_int(b);
        if (i < 0)
            i += (int64_t)list->count;
        if (LIKELY((uint64_t)i < list->count)) {
            list->items[i] = C;
            NEXT();
        }
    }
    SAVE();
    if (value_is_exactly(a, KIND_INSTANCE)) {
        if (push_method(vm, a, NAME(vm, __setitem__), 3, b, C, FRAME_NO_VALUE)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
    }
    if (UNLIKELY(!vm_setitem(vm, a, b, C)))
        goto raised;
    NEXT();
}
L_DELITEM:
    SAVE();
    if (!vm_setitem(vm, A, B, VALUE_UNSET))
        goto raised;
    NEXT();
L_SLICE: {
    Value *parts = &B;
    A = OBJ(slice_new(vm->heap, parts[0], parts[1], parts[2]));
    NEXT();
}

    /* --- arithmetic --------------------------------------------------------------------------------- */
    ARITH(ADD, ADD_CASE)
    ARITH(SUB, SUB_CASE)
    ARITH(MUL, MUL_CASE)
    ARITH(DIV, DIV_CASE)
    ARITH(FLOORDIV, FLOORDIV_CASE)
    ARITH(MOD, MOD_CASE)
    ARITH(POW, )
    ARITH(LSHIFT, LSHIFT_CASE)
    ARITH(RSHIFT, RSHIFT_CASE)
    ARITH(AND, BIT_CASE(&))
    ARITH(OR, BIT_CASE(|))
    ARITH(XOR, BIT_CASE(^))
    ARITH(MATMUL, )
    ARITH(IADD, ADD_CASE)
    ARITH(ISUB, SUB_CASE)
    ARITH(IMUL, MUL_CASE)
    ARITH(IDIV, DIV_CASE)
    ARITH(IFLOORDIV, FLOORDIV_CASE)
    ARITH(IMOD, MOD_CASE)
    ARITH(IPOW, )
    ARITH(ILSHIFT, LSHIFT_CASE)
    ARITH(IRSHIFT, RSHIFT_CASE)
    ARITH(IAND, BIT_CASE(&))
    ARITH(IOR, BIT_CASE(|))
    ARITH(IXOR, BIT_CASE(^))
    ARITH(IMATMUL, )
#define ARITH_IMMEDIATE(OPCODE, GENERAL, function, sign)                                   \
    L_##OPCODE:                                                                            \
    {                                                                                      \
        Value b = B, c = value_small((int16_t)pc[-1].c);                                   \
        if (LIKELY(value_is_int(b))) {                                                     \
            if (LIKELY(function(&A, b, c)))                                                \
                NEXT();                                                                    \
            IN_WORDS(value_int(b) sign value_int(c));                                      \
        }                                                                                  \
        if (value_is_float(b)) {                                                           \
            A = value_from_double(value_float(b) sign(double)(int16_t) pc[-1].c);          \
            NEXT();                                                                        \
        }                                                                                  \
        SAVE();                                                                            \
        CHECKED(vm_binary(vm, OP_##GENERAL, b, c));                                        \
    }
    ARITH_IMMEDIATE(ADDI, ADD, value_add_ints, +)
    ARITH_IMMEDIATE(SUBI, SUB, value_sub_ints, -)
    ARITH_IMMEDIATE(IADDI, IADD, value_add_ints, +)
    ARITH_IMMEDIATE(ISUBI, ISUB, value_sub_ints, -)
L_NEG: {
    Value b = B;
    if (LIKELY(value_is_float(b))) {
        A = value_from_double(-value_float(b));
        NEXT();
    }
    SAVE();
    CHECKED(vm_unary(vm, OP_NEG, b));
}
L_POS:
    SAVE();
    CHECKED(vm_unary(vm, OP_POS, B));
L_INVERT:
    SAVE();
    CHECKED(vm_unary(vm, OP_INVERT, B));
L_NOT: {
    Value b = B;
    if (LIKELY(value_is_bool(b))) {
        A = value_bool(!value_is_true(b));
        NEXT();
    }
    SAVE();
    int truth = vm_truth(vm, b);
    if (truth < 0)
        goto raised;
    A = value_bool(!truth);
    NEXT();
}

    /* --- comparison ---------------------------------------------------------------------------------- */
    COMPARE(LT, <, CMP_LT)
    COMPARE(LE, <=, CMP_LE)
    COMPARE(EQ, ==, CMP_EQ)
    COMPARE(NE, !=, CMP_NE)
    COMPARE(GT, >, CMP_GT)
    COMPARE(GE, >=, CMP_GE)
    COMPARE_JUMP(LTJ, <, CMP_LT)
    COMPARE_JUMP(LEJ, <=, CMP_LE)
    COMPARE_JUMP(EQJ, ==, CMP_EQ)
    COMPARE_JUMP(NEJ, !=, CMP_NE)
    COMPARE_JUMP(GTJ, >, CMP_GT)
    COMPARE_JUMP(GEJ, >=, CMP_GE)
L_IS:
    A = value_bool(value_same(B, C));
    NEXT();
L_ISNOT:
    A = value_bool(!value_same(B, C));
    NEXT();
L_IN: {
    SAVE();
    int found = vm_contains(vm, C, B);
    if (UNLIKELY(found < 0))
        goto raised;
    A = value_bool(found);
    NEXT();
}
L_NOTIN: {
    SAVE();
    int found = vm_contains(vm, C, B);
    if (UNLIKELY(found < 0))
        goto raised;
    A = value_bool(!found);
    NEXT();
}

    /* --- jumps ----------------------------------------------------------------------------------------- */
L_JUMP:
    pc += OFFSET;
    NEXT();
L_LOOP:
    SAFE_POINT();
    pc += OFFSET;
    NEXT();
#define TRUTH_JUMP(OPCODE, sense)                 \
    L_##OPCODE:                                   \
    {                                             \
        Value a = A;                              \
        bool truth;                               \
        if (LIKELY(value_is_bool(a)))             \
            truth = value_is_true(a);             \
        else if (value_is_none(a))                \
            truth = false;                        \
        else if (value_is_int(a))                 \
            truth = value_int(a) != 0;            \
        else {                                    \
            SAVE();                               \
            int answer = vm_truth(vm, a);         \
            if (answer < 0)                       \
                goto raised;                      \
            truth = answer;                       \
        }                                         \
        if (truth == (sense))                     \
            pc += OFFSET;                         \
        NEXT();                                   \
    }
    TRUTH_JUMP(JUMPT, true)
    TRUTH_JUMP(JUMPF, false)
L_JUMPNONE:
    if (value_is_none(A))
        pc += OFFSET;
    NEXT();
L_JUMPNOTNONE:
    if (!value_is_none(A))
        pc += OFFSET;
    NEXT();

    /* --- iteration ---------------------------------------------------------------------------------------- */
L_GETITER: {
    Value b = B;
    if (value_is_exactly(b, KIND_GENERATOR)) {
        A = b;
        NEXT();
    }
    SAVE();
    CHECKED(vm_iter(vm, b));
}
L_FORITER: {
    Value b = B;
    Obj *obj = value_obj(b); /* iterators are objects */
    switch (obj->kind) {
    case KIND_RANGE_ITER: {
        RangeIter *it = (RangeIter *)(void *)obj;
        if (it->left == 0)
            NEXT();
        it->left--;
        int64_t n = it->next;
        it->next = n + it->step;
        A = value_small(n);
        pc++;
        NEXT();
    }
    case KIND_LIST_ITER: {
        SeqIter *it = (SeqIter *)(void *)obj;
        if (LIKELY(value_is_obj(it->seq) && it->obj.aux == 0)) {
            List *list = as_list(it->seq);
            if (LIKELY(it->next < list->count)) {
                A = list->items[it->next++];
                pc++;
                NEXT();
            }
            it->seq = VALUE_UNSET;
            NEXT();
        }
        break;
    }
    case KIND_GENERATOR: {
        Fiber *fiber = (Fiber *)(void *)obj;
        if (LIKELY(fiber->state <= FIBER_SUSPENDED && vm->depth < vm->depth_limit)) {
            frame->pc = pc; /* at the JUMP: the end goes there, a value skips it */
            fiber_enter(vm, fiber, FIBER_BY_FOR, VALUE_NONE);
            LOAD();
            NEXT();
        }
        if (fiber->state == FIBER_DONE)
            NEXT();
        break;
    }
    case KIND_INSTANCE:
        frame->pc = pc;
        if (push_method(vm, b, NAME(vm, __next__), 1, VALUE_UNSET, VALUE_UNSET, FRAME_FOR)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
        break;
    default: break;
    }
    SAVE();
    Value v = vm_next(vm, b);
    if (UNLIKELY(value_is_raised(v)))
        goto raised;
    if (value_is_unset(v))
        NEXT();
    A = v;
    pc++;
    NEXT();
}
L_ENDFOR:
    SAVE();
    if (UNLIKELY(!end_for(vm, A)))
        goto raised;
    NEXT();
L_UNPACK:
    SAVE();
    if (UNLIKELY(!build_unpack(vm, B, &A, pc[-1].c)))
        goto raised;
    NEXT();
L_UNPACKEX:
    SAVE();
    if (UNLIKELY(!build_unpack_star(vm, B, &A, pc[-1].c, (size_t)pc[0].bc)))
        goto raised;
    pc++;
    NEXT();

    /* --- building ------------------------------------------------------------------------------------------- */
L_NEWLIST:
    SAVE();
    CHECKED(vm_own(vm, list_from_values(vm->heap, &B, pc[-1].c)));
L_NEWTUPLE:
    SAVE();
    CHECKED(vm_own(vm, tuple_from_values(vm->heap, &B, pc[-1].c)));
L_NEWSET: {
    SAVE();
    Set *set = set_new(vm->heap, KIND_SET, pc[-1].c);
    if (!set) {
        raise_memory(vm);
        goto raised;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(set));
    for (unsigned i = 0; i < pc[-1].c; i++)
        if (vm_set_add(vm, set, (&B)[i]) < 0)
            goto raised;
    if (pc[-1].c >= 5) { /* CPython merges a constant frozenset; see set_arrange */
        set_arrange(vm->heap, set);
        set->obj.flags = (uint8_t)((set->obj.flags & ~SET_ARRANGED) | SET_MERGED);
    }
    vm->root_count = mark;
    A = OBJ(set);
    NEXT();
}
L_NEWDICT: {
    SAVE();
    Dict *dict = dict_new(vm->heap, pc[-1].c);
    if (!dict) {
        raise_memory(vm);
        goto raised;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(dict));
    for (unsigned i = 0; i < pc[-1].c; i++)
        if (!vm_dict_set(vm, dict, (&B)[2 * i], (&B)[2 * i + 1]))
            goto raised;
    vm->root_count = mark;
    A = OBJ(dict);
    NEXT();
}
L_LISTADD:
    SAVE();
    if (LIKELY(pc[-1].c == 1) ? !list_append(vm->heap, as_list(A), B)
                              : !list_extend_values(vm->heap, as_list(A), &B, pc[-1].c)) {
        raise_memory(vm);
        goto raised;
    }
    NEXT();
L_SETADD:
    SAVE();
    if (vm_set_add(vm, as_set(A), B) < 0)
        goto raised;
    NEXT();
L_DICTADD:
    SAVE();
    if (!vm_dict_set(vm, as_dict(A), B, (&B)[1]))
        goto raised;
    NEXT();
L_LISTEXTEND:
    SAVE();
    if (!build_list_extend(vm, as_list(A), B, pc[-1].c == 1 && pc[-1].a ? (&A)[-1] : VALUE_UNSET))
        goto raised;
    NEXT();
L_SETUPDATE: {
    SAVE();
    Value it = vm_iter(vm, B);
    if (value_is_raised(it))
        goto raised;
    size_t mark = vm->root_count;
    vm_keep(vm, it);
    for (;;) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item) || (!value_is_unset(item) && vm_set_add(vm, as_set(A), item) < 0))
            goto raised;
        if (value_is_unset(item))
            break;
    }
    vm->root_count = mark;
    NEXT();
}
L_DICTUPDATE:
    SAVE();
    if (!build_dict_merge(vm, as_dict(A), B, VALUE_NONE, false))
        goto raised;
    NEXT();
L_DICTMERGE:
    SAVE();
    if (!build_dict_merge(vm, as_dict(A), B, C, true))
        goto raised;
    NEXT();
L_LISTTUPLE:
    SAVE();
    CHECKED(vm_own(vm, tuple_from_values(vm->heap, as_list(B)->items, as_list(B)->count)));
L_FORMAT: {
    SAVE();
    unsigned how = pc[-1].c;
    CHECKED(build_formatted(vm, B, how & 3, how & 4 ? (&B)[1] : VALUE_UNSET));
}
L_JOINSTR:
    SAVE();
    CHECKED(build_joined(vm, &B, pc[-1].c));

    /* --- functions, classes, calls ------------------------------------------------------------------------------ */
L_FUNC:
    SAVE();
    A = make_function(vm, frame, AS(Code, KONST));
    NEXT();
L_FUNCATTR: {
    Function *func = as_function(A);
    switch (pc[-1].c) {
    case 0: func->defaults = B; break;
    case 1: func->kwdefaults = B; break;
    default: func->annotations = B; break;
    }
    NEXT();
}
L_BUILDCLASS: {
    SAVE();
    size_t mark = vm->root_count;
    int names = pc[0].bc;
    Value v = class_build(vm, &B, pc[-1].c, names < 0 ? NULL : as_tuple(frame->func->code->consts[names]));
    vm->root_count = mark;
    if (UNLIKELY(value_is_raised(v)))
        goto raised;
    A = v;
    pc++;
    NEXT();
}
L_BUILDCLASSEX: {
    SAVE();
    size_t mark = vm->root_count;
    Value v = class_build_ex(vm, &B);
    vm->root_count = mark;
    CHECKED(v);
}
L_CALL: {
    SAFE_POINT();
    Value callee = B;
    unsigned nargs = pc[-1].c;
    Value *args = &B + 1;
    SAVE();
    CALL_QUICK(callee, args, nargs)
    goto call_slowly;
L_CALLM:
    SAFE_POINT();
    callee = B;
    nargs = pc[-1].c;
    args = &B + 2;
    if (LIKELY(!value_is_unset(args[-1]))) {
        args--;
        nargs++;
    }
    SAVE();
    CALL_QUICK(callee, args, nargs)
call_slowly:;
    Value v;
    if (SHORTCUTS && value_is_exactly(callee, KIND_FUNCTION)) {
        Function *func = as_function(callee);
        bool awaited = func->code->flags & CODE_COROUTINE && is_awaited(frame, pc);
        if (func->code->shortcut && func->code->argcount == nargs && (awaited || !(func->code->flags & CODE_COROUTINE))) {
            v = call_shortcut(vm, func->code, args, nargs);
            if (LIKELY(!value_is_unset(v))) {
                pc += awaited ? AWAIT_LENGTH : 0;
                CHECKED(v);
            }
        }
        if (awaited)
            CALL_AWAITED(func, args, nargs, NULL);
    }
    size_t mark = vm->root_count;
    v = call_value(vm, callee, args, (int)nargs, NULL);
    vm->root_count = mark;
    if (UNLIKELY(value_is_internal(v))) {
        if (value_is_raised(v))
            goto raised;
        LOAD();
        ENTERED();
        NEXT();
    }
    if (UNLIKELY(pc->op == OP_DROP || pc->op == OP_GETITER || pc->op == OP_GETAITER))
        if (UNLIKELY(!call_result_dropped(vm, callee, v, pc)))
            goto raised;
    A = v;
    NEXT();
}
L_CALLKW:
L_CALLMKW: {
    SAFE_POINT();
    Value *window = &B;
    int nargs = pc[-1].c;
    Value *args = window + 1;
    if (pc[-1].op == OP_CALLMKW) {
        args++;
        if (!value_is_unset(window[1])) {
            args--;
            nargs++;
        }
    }
    Tuple *names = as_tuple(frame->func->code->consts[pc[0].bc]);
    pc++; /* the EXT word's a is the same register: the result goes there */
    SAVE();
    if (SHORTCUTS && value_is_exactly(window[0], KIND_FUNCTION) &&
        as_function(window[0])->code->flags & CODE_COROUTINE && is_awaited(frame, pc))
        CALL_AWAITED(as_function(window[0]), args, (unsigned)nargs, names);
    size_t mark = vm->root_count;
    Value v = call_value(vm, window[0], args, nargs, names);
    vm->root_count = mark;
    CHECKED_PUSH(v);
}
L_CALLEX: {
    SAFE_POINT();
    SAVE();
    Value *window = &B;
    CHECKED_PUSH(call_ex(vm, window[0], window[1], window[2]));
}
L_RETURN: {
    Value v = A;
    goto return_value;
L_RETURNNONE:
    v = VALUE_NONE;
return_value:
    TELL_LEAVE("return", v);
    if (LIKELY(frame->flags == 0)) {
        Frame *caller = frame->caller;
        vm->stack_top = (char *)frame;
        vm->depth--;
        vm->frame = frame = caller;
        pc = frame->pc;
        A = v;
        NEXT();
    }
    if (SHORTCUTS && frame->flags == FRAME_FIBER && fiber_is_unseen(fiber_of_frame(frame))) {
        fiber_end_unseen(vm, fiber_of_frame(frame));
        LOAD();
        A = v;
        NEXT();
    }
    SAVE();
    switch (return_slow(vm, frame, &v)) {
    case RETURN_DELIVER:
        LOAD();
        A = v;
        NEXT();
    case RETURN_NO_VALUE: LOAD(); NEXT();
    case RETURN_TO_C:
        *out = v;
        return vm_raised(vm) ? RUN_RAISED : RUN_RETURNED;
    case RETURN_RAISED: goto raised;
    }
    __builtin_unreachable();
}
L_DROP:
    A = VALUE_NONE; /* what nobody took is not kept alive by its register */
    NEXT();
L_PRINTEXPR: {
    SAVE();
    Value v = A;
    Value sys = vm->import_hook(vm, str_intern_cstr(vm->heap, "sys"), 0, VALUE_NONE, NULL);
    Value hook = value_is_raised(sys) ? sys : vm_getattr(vm, sys, NAME(vm, displayhook));
    if (value_is_raised(hook) || value_is_raised(vm_call(vm, hook, 1, &v)))
        goto raised;
    NEXT();
}

    /* --- suspending ---------------------------------------------------------------------------------------------- */
L_YIELD: {
    SAFE_POINT();
    Value v = B;
    SAVE();
    Fiber *fiber;
yield_value:
    TELL_LEAVE(frame->func->code->flags & CODE_COROUTINE ? "await" : "yield", v);
    fiber = fiber_suspend(vm);
    switch (fiber->mode) {
    case FIBER_BY_FOR:
        LOAD();
        R[pc[-1].a] = v; /* pc is at the JUMP behind FORITER */
        pc++;
        NEXT();
    case FIBER_BY_NEXT:
        LOAD();
        A = v;
        NEXT();
    default:
        *out = v;
        return RUN_SUSPENDED;
    }
L_SEND: {
    Value it = B;
    if (LIKELY(value_is_obj(it))) {
        Obj *obj = value_obj(it);
        uint8_t kind = obj->kind & KIND_MASK;
        if (kind == KIND_COROUTINE || kind == KIND_GENERATOR) {
            SAFE_POINT();
            Fiber *inner = (Fiber *)(void *)obj;
            SAVE();
            if (UNLIKELY(inner->state == FIBER_DONE)) {
                if (kind == KIND_COROUTINE) {
                    raise_runtime(vm, "cannot reuse already awaited coroutine");
                    goto raised;
                }
                A = VALUE_NONE;
                NEXT();
            }
            if (UNLIKELY(!fiber_lend(vm, inner, C)))
                goto raised;
            LOAD();
            NEXT();
        }
        if (kind == KIND_FUTURE || kind == KIND_TASK) {
            SAVE();
            Value result = VALUE_NONE;
            int state = vm->future_poll(vm, it, &result);
            if (state < 0)
                goto raised;
            if (state > 0) {
                A = result;
                NEXT();
            }
            v = result;
            goto yield_value;
        }
        if (obj->cls == vm->asend_class) {
            SAVE();
            Value result = VALUE_NONE;
            bool entered;
            bool good = asend_start(vm, (Slots *)(void *)obj, &result, &entered);
            if (entered) {
                LOAD();
                if (vm_raised(vm))
                    goto raised;
                NEXT();
            }
            if (!good)
                goto raised;
            A = result;
            NEXT();
        }
    }
    SAVE();
    Value value;
    switch (send_iterator(vm, it, C, &value)) {
    case 1: v = value; goto yield_value;
    case 0: A = value; NEXT();
    default: goto raised;
    }
}
}
L_AYIELD: {
    Value v = B;
    SAVE();
    TELL_LEAVE("yield", v);
    Fiber *fiber = fiber_of_frame(frame); /* its chain ends here: back to the SEND that awaits a value */
    fiber->tip = frame;
    fiber->state = FIBER_SUSPENDED;
    vm->frame = frame->caller;
    frame->caller = NULL;
    vm->depth--;
    fiber->depth = 1;
    if (UNLIKELY(fiber->flags & FIBER_CLOSING)) {
        fiber->flags &= (uint8_t)~FIBER_CLOSING;
        frame = vm->frame;
        raise_runtime(vm, "async generator ignored GeneratorExit");
        goto raised;
    }
    LOAD();
    A = v;
    NEXT();
}
L_GETAWAITABLE: {
    Value b = B;
    if (value_is_exactly(b, KIND_COROUTINE) && AS(Fiber, b)->state != FIBER_RUNNING) {
        A = b;
        NEXT();
    }
    SAVE();
    CHECKED(fiber_awaitable(vm, b, pc[-1].c));
}
L_GETYIELDFROM:
    SAVE();
    CHECKED(yield_from_target(vm, frame, B));
L_GETAITER: {
    SAVE();
    Value v;
    if (!async_iter(vm, B, &v))
        goto raised;
    A = v;
    NEXT();
}
L_GETANEXT:
    SAVE();
    CHECKED(fiber_anext(vm, B));
L_ENDASYNCFOR:
    if (class_derives(value_obj(A)->cls, vm->exc[EXC_StopAsyncIteration]))
        NEXT();
    SAVE();
    vm->exception = A;
    goto reraised;

    /* --- exceptions ----------------------------------------------------------------------------------------------- */
L_RAISE:
    SAVE();
    raise_exception(vm, A);
    goto raised;
L_RAISEFROM: {
    SAVE();
    size_t mark = vm->root_count;
    raise_from(vm, A, B);
    vm->root_count = mark;
    goto raised;
}
L_RERAISE:
    SAVE();
    vm->exception = A;
    goto reraised;
L_RAISEAGAIN: {
    SAVE();
    Value handled = vm_handled_exception(vm);
    if (value_is_none(handled)) {
        raise_runtime(vm, "No active exception to reraise");
        goto raised;
    }
    vm->exception = handled;
    goto reraised;
}
L_HANDLE:
    vm->handling++;
    NEXT();
L_UNHANDLE:
    vm->handling--;
    NEXT();
L_MATCHEXC: {
    SAVE();
    CHECKED(match_exception(vm, B, C));
}
L_STARMATCH: {
    SAVE();
    Value match = VALUE_NONE, rest = VALUE_NONE;
    if (!exception_group_match(vm, B, C, &match, &rest))
        goto raised;
    (&A)[1] = rest;
    A = match;
    NEXT();
}
L_STAREND: {
    SAVE();
    CHECKED(exception_group_end(vm, as_list(B), C));
}
L_WITHEXIT:
    SAVE();
    CHECKED(call_exit(vm, &B, C));
L_ASSERTFAIL: {
    SAVE();
    Value message = A;
    Value exception = exception_make(vm, vm->exc[EXC_AssertionError], pc[-1].b ? 1 : 0, &message);
    if (!value_is_unset(exception))
        raise_exception(vm, exception);
    goto raised;
}

    /* --- modules -------------------------------------------------------------------------------------------------- */
L_IMPORT: {
    SAVE();
    size_t mark = vm->root_count;
    Value v = import_name(vm, SITE->name, B, (&B)[1]);
    vm->root_count = mark;
    CHECKED(v);
}
L_IMPORTFROM:
    SAVE();
    CHECKED(import_from(vm, B, SITE->name));
L_IMPORTSTAR:
    SAVE();
    if (!import_star(vm, A, frame))
        goto raised;
    NEXT();
L_ANNOTATIONS: {
    SAVE();
    Dict *ns = frame->func->code->flags & CODE_NAMES && value_is_dict(R[0]) ? as_dict(R[0]) : frame->func->globals;
    if (value_is_unset(dict_get_name(ns, NAME(vm, __annotations__)))) {
        Dict *annotations = dict_new(vm->heap, 4);
        if (!annotations || !dict_set_name(vm->heap, ns, NAME(vm, __annotations__), OBJ(annotations))) {
            raise_memory(vm);
            goto raised;
        }
    }
    NEXT();
}
raised:
    vm->root_count = roots_at_entry;
    if (!unwind(vm))
        return RUN_RAISED;
    LOAD();
    NEXT();
reraised:
    vm->root_count = roots_at_entry;
    if (!unwind_again(vm))
        return RUN_RAISED;
    LOAD();
    NEXT();
}
