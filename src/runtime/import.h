/* import.h - finding, compiling and running modules. */
#ifndef RUNTIME_IMPORT_H
#define RUNTIME_IMPORT_H

#include "base/diag.h"
#include "base/source.h"
#include "parser/parser.h"
#include "vm/vm_internal.h"

typedef struct {
    const char *name;   /* "asyncio.locks" */
    const char *path;   /* "asyncio/locks.ma" */
    const char *text;
    size_t length;
    bool is_package;
} EmbeddedModule;
extern const EmbeddedModule embedded_modules[]; /* build/embedded.c, made by tools/embed; ends with zeros */

/* Text -> code; NULL: a SyntaxError (or MemoryError) is pending, or *status is PARSE_INCOMPLETE (only with
 * PARSE_SINGLE and status given). mode: ParseMode; options: COMPILE_x. Keeps the text for tracebacks. */
Code *import_compile(VM *vm, const char *bytes, size_t length, const char *filename, int mode, unsigned options,
                     ParseStatus *status);
Value import_raise_diag(VM *vm, const Diag *diag, const Source *source, const char *filename);
Module *import_new_module(VM *vm, const char *name);            /* empty, not in sys.modules; NULL: raised */
Module *import_native(VM *vm, const ModuleSpec *spec);          /* makes and registers it; NULL: raised     */
Value import_by_name(VM *vm, const char *name);                 /* [script] the module itself              */
Value import_path(VM *vm);                                      /* sys.path, or what a script made of it    */
Value import_hook(VM *vm, Str *name, int64_t level, Value fromlist, Dict *globals); /* __import__ [script] */

#endif
